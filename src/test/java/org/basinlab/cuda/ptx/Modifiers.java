package org.basinlab.cuda.ptx;

import java.util.Map;
import java.util.Set;

/** The modifiers that each instruction may have beside types: with any other it is not known. */
final class Modifiers {
    private static final String ROUNDING = "rn rz rm rp ftz sat";
    private static final String MEMORY =
            "global shared shared::cta local param param::entry param::func const ca cg cs lu cv wb wt volatile relaxed acquire "
                    + "release weak cta gpu sys nc v2 v4";
    private static final String ATOMIC =
            "global shared shared::cta relaxed acquire release acq_rel cta gpu sys noftz add and or xor cas exch min max inc dec";
    private static final String COMPARISON =
            "eq ne lt le gt ge lo ls hi hs equ neu ltu leu gtu geu num nan and or xor ftz";

    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("add", ROUNDING + " cc"),
            Map.entry("addc", "cc"),
            Map.entry("sub", ROUNDING + " cc"),
            Map.entry("subc", "cc"),
            Map.entry("mul", ROUNDING + " lo hi wide"),
            Map.entry("mad", ROUNDING + " lo hi wide cc"),
            Map.entry("madc", "lo hi cc"),
            Map.entry("fma", ROUNDING),
            Map.entry("div", ROUNDING + " full approx"),
            Map.entry("rem", ""),
            Map.entry("rcp", ROUNDING + " approx"),
            Map.entry("sqrt", ROUNDING + " approx"),
            Map.entry("rsqrt", "approx ftz"),
            Map.entry("ex2", "approx ftz"),
            Map.entry("lg2", "approx ftz"),
            Map.entry("sin", "approx ftz"),
            Map.entry("cos", "approx ftz"),
            Map.entry("tanh", "approx"),
            Map.entry("min", "ftz NaN"),
            Map.entry("max", "ftz NaN"),
            Map.entry("abs", "ftz"),
            Map.entry("neg", "ftz"),
            Map.entry("copysign", ""),
            Map.entry("sad", ""),
            Map.entry("dp4a", ""),
            Map.entry("and", ""),
            Map.entry("or", ""),
            Map.entry("xor", ""),
            Map.entry("not", ""),
            Map.entry("cnot", ""),
            Map.entry("shl", ""),
            Map.entry("shr", ""),
            Map.entry("shf", "l r wrap clamp"),
            Map.entry("lop3", ""),
            Map.entry("prmt", ""),
            Map.entry("bfe", ""),
            Map.entry("bfi", ""),
            Map.entry("bfind", "shiftamt"),
            Map.entry("popc", ""),
            Map.entry("clz", ""),
            Map.entry("brev", ""),
            Map.entry("mov", ""),
            Map.entry("cvt", ROUNDING + " rni rzi rmi rpi rna"),
            Map.entry("cvta", "to global shared local const"),
            Map.entry("setp", COMPARISON),
            Map.entry("set", COMPARISON),
            Map.entry("selp", ""),
            Map.entry("slct", "ftz"),
            Map.entry("ld", MEMORY),
            Map.entry("ldu", MEMORY),
            Map.entry("st", MEMORY),
            Map.entry("atom", ATOMIC),
            Map.entry("red", ATOMIC),
            Map.entry("bra", "uni"),
            Map.entry("brx", "idx uni"),
            Map.entry("call", "uni"),
            Map.entry("ret", "uni"),
            Map.entry("exit", ""),
            Map.entry("trap", ""),
            Map.entry("bar", "sync red popc and or warp cta"),
            Map.entry("barrier", "sync red popc and or aligned cta"),
            Map.entry("membar", "cta gl sys gpu"),
            Map.entry("fence", "sc acq_rel cta gpu sys"),
            Map.entry("prefetch", "global local L1 L2"),
            Map.entry("shfl", "sync up down bfly idx"),
            Map.entry("vote", "sync all any uni ballot"),
            Map.entry("redux", "sync add and or xor min max"),
            Map.entry("activemask", ""),
            Map.entry("mma", "sync aligned m16n8k4 m16n8k8 m16n8k16 row col"),
            Map.entry("cp", "async ca cg shared shared::cta global commit_group wait_group wait_all"));

    private Modifiers() {}

    /**
     * Looks at every word of an instruction.
     *
     * @throws PtxException if the emulator does not know one of them
     */
    static void check(Statement s) {
        var allowed = ALLOWED.get(s.opcode());
        if (allowed == null) {
            throw s.unknown();
        }
        var words = Set.of(allowed.isEmpty() ? new String[0] : allowed.split(" "));
        for (var word : s.words().subList(1, s.words().size())) {
            if (Type.of(word) == null
                    && !words.contains(word)
                    && !word.startsWith("L1::")
                    && !word.startsWith("L2::")) {
                throw s.unknown();
            }
        }
    }
}
