/** What {@link org.basinlab.circuits} needs of DL4J: its networks, run on whatever backend there is. */
package org.basinlab.circuits.dl4j;
