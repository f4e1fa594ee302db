/** Online SGD of many networks with one hidden layer on an NVIDIA GPU, by kernels of Basin's own. */
package org.basinlab.training.cuda;
