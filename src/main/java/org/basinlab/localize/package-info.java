/**
 * P4: does the size of a parameter's updates during training tell where a change of the data would
 * show? The experiment, its choices, its statistics.
 */
package org.basinlab.localize;
