/** The NVIDIA driver, spoken to directly: which GPUs there are. Knows no experiment and no ND4J. */
package org.basinlab.cuda;
