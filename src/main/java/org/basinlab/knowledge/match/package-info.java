/** P3's third hypothesis: which units of two networks hold the same knowledge, told by when they are updated. */
package org.basinlab.knowledge.match;
