/** Small ReLU networks trained by DL4J for {@link org.basinlab.detection}. */
package org.basinlab.detection.dl4j;
