/** What touches the disk for an experiment: run folders, provenance, configuration and device files. */
package org.basinlab.run;
