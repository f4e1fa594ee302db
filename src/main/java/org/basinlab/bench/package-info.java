/** How fast the engines are here: medians of repeated work, beside what the machine can do at best. */
package org.basinlab.bench;
