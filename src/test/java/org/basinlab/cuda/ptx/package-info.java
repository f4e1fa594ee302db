/**
 * A GPU in Java: parses the PTX that nvcc emits and executes it warp by warp over a memory of its own,
 * finding the faults that NVIDIA's compute-sanitizer finds.
 */
package org.basinlab.cuda.ptx;
