/**
 * The atlas of what P4 leaves open: which settings to run, and what all of them together say. It knows the numbers
 * that runs give, not how they are made.
 */
package org.basinlab.atlas;
