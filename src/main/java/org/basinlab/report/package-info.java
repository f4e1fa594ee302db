/** Figures and the pages made of them: {@code Drawing} for a figure, {@code ReportPage} for a run. */
package org.basinlab.report;
