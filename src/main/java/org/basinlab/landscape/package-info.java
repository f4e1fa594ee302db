/**
 * Losses of one parameter or two: datapoint losses as formulas, built in Java or read from text, with exact derivatives;
 * their mean and spread, what one step of SGD does. P1 and P2.
 */
package org.basinlab.landscape;
