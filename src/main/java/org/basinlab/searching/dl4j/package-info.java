/** The search neuron as a layer of DL4J. */
package org.basinlab.searching.dl4j;
