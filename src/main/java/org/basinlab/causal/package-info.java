/**
 * What it means that one part of a system optimizes another: worlds, Comp and Op on causal networks and along the courses of
 * dynamical systems. P7 and P8.
 */
package org.basinlab.causal;
