/**
 * P1, "Modelling and Understanding SGD": how SGD gets out of a pit in the loss, by walkers, by the exact operator, by
 * splitting; and single paths.
 */
package org.basinlab.escape;
