package org.basinlab.stats;

/**
 * How strongly y goes with x over a sample: the numbers the experiment reports for a set of parameters.
 * A number that does not exist, as for fewer than three points or a constant x or y, is NaN or null.
 *
 * @param r        Pearson's correlation
 * @param r2       its square
 * @param slope    of the least-squares line of y on x
 * @param spearman rank correlation, equal values sharing their mean rank; a few extreme points hardly move it
 * @param pNaive   two-sided p of r = 0 by Student's t on n - 2 degrees of freedom, as if the points were
 *                 independent; they are not, see {@code pCluster}
 * @param pCluster two-sided p of slope 0 by the wild cluster bootstrap; NaN below
 *                 {@value ClusteredSample#FEWEST_CLUSTERS} clusters
 * @param ci95     95% interval of r, robust to clusters; null where there is none
 * @param n        points used
 * @param excluded points left out because x or y does not exist there
 * @param clusters clusters that hold a point used
 */
public record Association(
        double r,
        double r2,
        double slope,
        double spearman,
        double pNaive,
        double pCluster,
        Interval ci95,
        int n,
        int excluded,
        int clusters) {}
