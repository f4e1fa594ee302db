/** The counter-based generator every engine shares. */
package org.basinlab.random;
