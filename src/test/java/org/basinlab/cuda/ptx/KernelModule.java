package org.basinlab.cuda.ptx;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A module placed in a memory: its variables have addresses and their first values, its kernels can be launched. */
public final class KernelModule {
    private final DeviceMemory memory;
    private final Map<String, Long> addresses = new HashMap<>();
    private final Map<String, Program> programs = new TreeMap<>();

    /**
     * Places a module and makes all of its kernels executable.
     *
     * @throws PtxException if it has an instruction that is not known
     */
    public KernelModule(PtxModule module, DeviceMemory memory) {
        this.memory = memory;
        for (var variable : module.variables().values()) {
            if (isPlaced(variable)) {
                long address = memory.allocate(variable.bytes());
                if (address == 0) {
                    unload();
                    throw new PtxException(variable.line(), "no memory for " + variable.name());
                }
                addresses.put(variable.name(), address);
            }
        }
        try {
            for (var variable : module.variables().values()) {
                if (isPlaced(variable)) {
                    initialize(variable);
                }
            }
            programs.putAll(module.programs(addresses));
        } catch (PtxException e) {
            unload();
            throw e;
        }
    }

    private static boolean isPlaced(Variable variable) {
        return variable.space() != Space.SHARED && !variable.external();
    }

    private void initialize(Variable variable) {
        long address = addresses.get(variable.name());
        memory.fill(address, (byte) 0, variable.bytes());
        memory.write(address, variable.contents());
        variable.addresses().forEach((offset, name) -> {
            var target = addresses.get(name);
            if (target == null) {
                throw new PtxException(variable.line(), "no variable " + name + " in global memory");
            }
            var bytes = memory.read(address + offset, Long.BYTES);
            Words.long64(bytes, 0, Words.long64(bytes, 0) + target);
            memory.write(address + offset, bytes);
        });
        if (variable.space() == Space.CONST) {
            memory.protect(address);
        }
    }

    /** The kernel of that name; null if there is none. */
    public Program kernel(String name) {
        return programs.get(name);
    }

    /** How many variables it has in memory. */
    public int variables() {
        return addresses.size();
    }

    /** Takes its variables out of the memory. */
    public void unload() {
        addresses.values().forEach(memory::free);
        addresses.clear();
        programs.clear();
    }
}
