/** What the parts of P3's experiment share: the world that networks learn from, its edits, and rules over seeds. */
package org.basinlab.knowledge.setting;
