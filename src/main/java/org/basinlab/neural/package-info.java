/**
 * P7 and P8 on neural networks: Comp and Op of units, of sets of them and of layers; of the layers of a network
 * while it trains; and of the hidden units of small networks that model or run a simple system.
 */
package org.basinlab.neural;
