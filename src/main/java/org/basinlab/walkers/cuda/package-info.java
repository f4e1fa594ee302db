/** Walkers on NVIDIA GPUs, by kernels of Basin's own. */
package org.basinlab.walkers.cuda;
