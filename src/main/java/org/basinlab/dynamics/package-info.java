/**
 * Dynamical systems as formulas: one step of any of them as a straight-line program, with forward tangents, and Lyapunov
 * exponents.
 */
package org.basinlab.dynamics;
