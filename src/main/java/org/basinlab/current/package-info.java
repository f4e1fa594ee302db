/**
 * SGD's density of W as a flow: the Fokker-Planck equation and its noise conventions, solved by finite volumes; its
 * exact moments, end states, escape rates, and Lamperti's coordinate; two parameters with a full covariance. P2.
 */
package org.basinlab.current;
