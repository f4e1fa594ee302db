/** Formulas as code of NVIDIA GPUs. */
package org.basinlab.landscape.cuda;
