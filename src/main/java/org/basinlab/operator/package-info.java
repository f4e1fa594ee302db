/**
 * The exact law of SGD in one dimension, without walkers: the Markov chain's transition operator on a grid, escape
 * probabilities, rates and spectra from it, and the large-deviation limit. P1 and P2.
 */
package org.basinlab.operator;
