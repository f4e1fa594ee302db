/** The reference engine: DL4J's {@code MultiLayerNetwork} on ND4J arrays, on any ND4J backend. */
package org.basinlab.training.dl4j;
