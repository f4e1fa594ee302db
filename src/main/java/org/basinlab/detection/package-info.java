/**
 * Looking for P9's comparators, max(A, B) by ReLU, in networks: a detector, circuits planted to measure it by, and networks
 * trained on the maximum of a few numbers.
 */
package org.basinlab.detection;
