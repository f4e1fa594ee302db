/** What this machine can run, and what is amiss with it. */
package org.basinlab.doctor;
