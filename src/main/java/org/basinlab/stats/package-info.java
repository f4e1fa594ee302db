/** Correlations, intervals and summaries, thin over commons-math3. */
package org.basinlab.stats;
