/** Many independent walkers under SGD on a landscape of one parameter, by several engines. P1. */
package org.basinlab.walkers;
