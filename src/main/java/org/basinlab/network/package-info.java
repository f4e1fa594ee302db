/** What a network is: its shape, activations, loss and initial parameters. No array library here. */
package org.basinlab.network;
