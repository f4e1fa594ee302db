/** P3's hypotheses about where in a network knowledge sits, each tested: the experiment {@code knowledge} and its parts. */
package org.basinlab.knowledge;
