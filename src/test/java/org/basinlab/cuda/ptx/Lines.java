package org.basinlab.cuda.ptx;

/** Small kernels written in PTX: of a few lines between those that every one has. */
final class Lines {
    private static final String HEAD = """
            .version 7.0
            .target sm_80
            .address_size 64
            .visible .entry k(.param .u64 a, .param .u64 b, .param .u64 c)
            {
            .reg .pred %p<9>;
            .reg .b16 %h<9>;
            .reg .b32 %r<30>;
            .reg .f32 %f<20>;
            .reg .b64 %d<30>;
            .reg .f64 %g<20>;
            """;

    /** Addresses of each thread's words: %d1 to %d3 of 4 bytes and %d4 to %d6 of 8 in a, b and c. */
    private static final String ADDRESSES = """
            mov.u32 %r29, %tid.x;
            ld.param.u64 %d27, [a];
            ld.param.u64 %d28, [b];
            ld.param.u64 %d29, [c];
            mad.wide.u32 %d1, %r29, 4, %d27;
            mad.wide.u32 %d2, %r29, 4, %d28;
            mad.wide.u32 %d3, %r29, 4, %d29;
            mad.wide.u32 %d4, %r29, 8, %d27;
            mad.wide.u32 %d5, %r29, 8, %d28;
            mad.wide.u32 %d6, %r29, 8, %d29;
            """;

    private Lines() {}

    /** A kernel {@code k} of three addresses that consists of these lines. */
    static String kernel(String lines) {
        return HEAD + ADDRESSES + lines + "\nret;\n}\n";
    }

    /** What one instruction makes of %r1, %r2 and %r3: the lines must set %r0. */
    static int[] ints(String lines, int[] as, int[] bs, int[] cs) {
        var rig = new Rig(kernel("ld.global.u32 %r1, [%d1];\nld.global.u32 %r2, [%d2];\nld.global.u32 %r3, [%d3];\n"
                + "mov.b32 %f1, %r1;\nmov.b32 %f2, %r2;\nmov.b32 %f3, %r3;\n"
                + lines
                + "\nst.global.u32 [%d3], %r0;"));
        long c = rig.put(cs);
        rig.launch("k", as.length, rig.put(as), rig.put(bs), c);
        return rig.ints(c, as.length);
    }

    /** What one instruction makes of %d7, %d8 and %d9: the lines must set %d0. */
    static long[] longs(String lines, long[] as, long[] bs, long[] cs) {
        var rig = new Rig(kernel("ld.global.u64 %d7, [%d4];\nld.global.u64 %d8, [%d5];\nld.global.u64 %d9, [%d6];\n"
                + "mov.b64 %g1, %d7;\nmov.b64 %g2, %d8;\nmov.b64 %g3, %d9;\n"
                + lines
                + "\nst.global.u64 [%d6], %d0;"));
        long c = rig.put(cs);
        rig.launch("k", as.length, rig.put(as), rig.put(bs), c);
        return rig.longs(c, as.length);
    }
}
