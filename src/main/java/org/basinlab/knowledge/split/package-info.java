/** P3: whether trained parameters depend on the data or on the start, by a split of their variance. */
package org.basinlab.knowledge.split;
