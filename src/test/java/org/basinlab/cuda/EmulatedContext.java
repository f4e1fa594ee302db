package org.basinlab.cuda;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.basinlab.cuda.ptx.DeviceMemory;
import org.basinlab.cuda.ptx.KernelModule;
import org.basinlab.cuda.ptx.Machine;
import org.basinlab.cuda.ptx.Program;

/** A device's primary context: its memory, and what was created in it, by handle. */
final class EmulatedContext {
    /** A kernel, with the shared memory that launches of it may ask for. */
    static final class Function {
        final KernelModule module;
        final Program program;
        int maxDynamicShared;

        Function(KernelModule module, Program program, int maxDynamicShared) {
            this.module = module;
            this.program = program;
            this.maxDynamicShared = maxDynamicShared;
        }
    }

    final Gpu gpu;
    final DeviceMemory memory;
    final Machine machine;
    final Map<Long, KernelModule> modules = new HashMap<>();
    final Map<Long, Function> functions = new HashMap<>();
    final Set<Long> streams = new HashSet<>();
    final Map<Long, Long> events = new HashMap<>();

    /** The error that all calls return from now on, 0 for none. */
    int sticky;

    EmulatedContext(Gpu gpu, long memoryBytes) {
        this.gpu = gpu;
        memory = new DeviceMemory(memoryBytes);
        machine = new Machine(memory);
    }
}
