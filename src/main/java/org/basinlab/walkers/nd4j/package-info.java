/** Walkers as ND4J arrays. */
package org.basinlab.walkers.nd4j;
