/** What {@link org.basinlab.refinement} needs of ND4J and DL4J: its two denoisers trained, and run in single precision. */
package org.basinlab.refinement.dl4j;
