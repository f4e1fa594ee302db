/** P3's first hypothesis: structured, localized changes in the data cause localized changes in the final parameters. */
package org.basinlab.knowledge.edit;
