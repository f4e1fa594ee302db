package org.basinlab.cuda.ptx;

import java.util.List;
import java.util.Map;

/**
 * A kernel that can be executed: calls are expanded, labels and variables have their addresses.
 *
 * @param name             of the kernel
 * @param code             its instructions
 * @param registers        the rows its warps need
 * @param parameterOffsets where each parameter lies among the kernel's parameters
 * @param parameterBytes   the size of each
 * @param localBytes       local memory of a thread
 * @param sharedBytes      shared memory of a block that its text names
 * @param maxThreads       the most threads of a block, 0 where its text names none
 * @param accesses         how many instructions access memory
 * @param finest           the smallest access to shared or global memory, in bytes
 * @param atomics          whether there are atomics on global memory, whose order between blocks matters
 */
public record Program(
        String name,
        Instruction[] code,
        Registers registers,
        List<Integer> parameterOffsets,
        List<Integer> parameterBytes,
        int localBytes,
        int sharedBytes,
        int maxThreads,
        int accesses,
        int finest,
        boolean atomics) {

    /**
     * Makes a kernel executable.
     *
     * @param addresses of the module's variables in global memory
     * @throws PtxException with the line of an instruction that is not known
     */
    static Program of(PtxModule module, String kernel, Map<String, Long> addresses) {
        var first = new Assembler(module, addresses, 0).program(kernel);
        return first.sharedBytes() == 0 ? first : new Assembler(module, addresses, first.sharedBytes()).program(kernel);
    }

    /** The size of all parameters together. */
    public int allParameterBytes() {
        int last = parameterOffsets.size() - 1;
        return last < 0 ? 0 : parameterOffsets.get(last) + parameterBytes.get(last);
    }
}
