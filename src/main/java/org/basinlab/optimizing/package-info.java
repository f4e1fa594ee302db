/** The experiment on what optimizes what: systems to try Op on, its claims, figures and tables. P7 and P8. */
package org.basinlab.optimizing;
