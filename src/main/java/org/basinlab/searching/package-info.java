/**
 * P9: a neuron that searches, proposing inputs to a subnetwork of its own and keeping the best; what it finds, whether a
 * network learns with it, and whether Op sees it.
 */
package org.basinlab.searching;
