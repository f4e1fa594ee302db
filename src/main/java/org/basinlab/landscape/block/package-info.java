/**
 * Tapes over blocks of numbers that fit a core's cache: every instruction a loop, in single and in double precision.
 */
package org.basinlab.landscape.block;
