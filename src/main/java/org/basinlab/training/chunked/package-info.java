/** Online SGD of networks with one hidden layer at matrix speed: chunk by chunk, and exact. */
package org.basinlab.training.chunked;
