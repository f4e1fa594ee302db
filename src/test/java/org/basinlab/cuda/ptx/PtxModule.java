package org.basinlab.cuda.ptx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A parsed PTX module: not yet placed in memory and not yet decoded. */
public final class PtxModule {
    private static final Map<String, PtxModule> PARSED = new ConcurrentHashMap<>();

    private final int version;
    private final int target;
    private final Map<String, Variable> variables;
    private final Map<String, Routine> routines;
    private Map<String, Program> programs;

    PtxModule(int version, int target, Map<String, Variable> variables, Map<String, Routine> routines) {
        this.version = version;
        this.target = target;
        this.variables = new LinkedHashMap<>(variables);
        this.routines = new LinkedHashMap<>(routines);
    }

    /**
     * Reads a module; the same text once.
     *
     * @throws PtxException with the line where it is not PTX
     */
    public static PtxModule parse(String ptx) {
        return PARSED.computeIfAbsent(ptx, text -> new PtxParser(text).module());
    }

    /**
     * Its kernels, executable; where no variable has an address, once.
     *
     * @throws PtxException if one has an instruction that is not known
     */
    synchronized Map<String, Program> programs(Map<String, Long> addresses) {
        if (!addresses.isEmpty()) {
            return decoded(addresses);
        }
        if (programs == null) {
            programs = decoded(addresses);
        }
        return programs;
    }

    private Map<String, Program> decoded(Map<String, Long> addresses) {
        var decoded = new TreeMap<String, Program>();
        for (var kernel : kernels()) {
            decoded.put(kernel, Program.of(this, kernel, addresses));
        }
        return decoded;
    }

    /** The version of the PTX language, as 10 major + minor. */
    public int version() {
        return version;
    }

    /** The compute capability it is made for, as 10 major + minor. */
    public int target() {
        return target;
    }

    /** The names of its kernels, in their order. */
    public List<String> kernels() {
        return routines.values().stream()
                .filter(Routine::kernel)
                .map(Routine::name)
                .toList();
    }

    Map<String, Variable> variables() {
        return variables;
    }

    Routine routine(String name) {
        return routines.get(name);
    }
}
