/**
 * P9, search inside networks: the experiment that puts its mechanisms together, asks whether Op sees them, and judges what
 * the post says.
 */
package org.basinlab.inner;
