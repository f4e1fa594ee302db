/**
 * P5 and P6: how much entropy a joint distribution removes from a system, finite or continuous, because its parts are
 * correlated.
 */
package org.basinlab.entropy;
