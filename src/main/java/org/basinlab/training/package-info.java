/** How a network learns: online SGD with tallies of update sizes. Engines live in packages below. */
package org.basinlab.training;
