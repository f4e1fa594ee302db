/** Trajectories on NVIDIA GPUs: Lorenz's system by kernels of its own, any other by kernels written for it. */
package org.basinlab.trajectories.cuda;
