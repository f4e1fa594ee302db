/** The spine: what an experiment is given and what it gives back. It knows no experiment. */
package org.basinlab.experiment;
