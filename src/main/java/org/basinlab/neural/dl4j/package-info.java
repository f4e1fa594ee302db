/** What {@link org.basinlab.neural} needs of DL4J: any of its networks layer by layer, and small ones trained. */
package org.basinlab.neural.dl4j;
