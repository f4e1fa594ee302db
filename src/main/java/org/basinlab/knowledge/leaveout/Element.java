package org.basinlab.knowledge.leaveout;

/**
 * A part of the data that can be left out.
 *
 * @param name   such as {@code class 7}
 * @param images of the training set that it is in
 */
record Element(String name, int[] images) {}
