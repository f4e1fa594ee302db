/**
 * P9: selection by plain ReLU. Networks whose weights are set, not trained, that find maxima, positions and what goes
 * with them, with what rounding can do to them at most, and that measured.
 */
package org.basinlab.circuits;
