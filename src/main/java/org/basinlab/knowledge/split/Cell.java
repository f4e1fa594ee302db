package org.basinlab.knowledge.split;

/**
 * A network at the end of its training.
 *
 * @param family   its kind of data sets
 * @param seed     of its start
 * @param dataSet  what it learnt from
 * @param accuracy of what it was taught, on all test images; NaN where it diverged
 * @param moved    distance of its parameters from its start; NaN where it diverged
 * @param kept     correlation of its parameters with its start's; NaN where it diverged
 */
record Cell(String family, long seed, String dataSet, double accuracy, double moved, double kept) {}
