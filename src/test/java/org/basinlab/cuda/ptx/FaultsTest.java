package org.basinlab.cuda.ptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Every kind of fault, planted, and its absence beside it. */
class FaultsTest {
    private static final String SHARED =
            ".shared .align 16 .b8 s[256];\nmov.u32 %r10, s;\nmad.lo.u32 %r11, %r29, 4, %r10;\n";

    private static void run(String lines, int blocks, int threads) {
        var rig = new Rig(Lines.kernel(lines));
        rig.launch(
                "k",
                Dim.of(blocks),
                Dim.of(threads),
                0,
                rig.put(new float[1024]),
                rig.put(new double[1024]),
                rig.empty(4096));
    }

    private static AbstractThrowableAssert<?, ?> fault(String lines, int threads) {
        return assertThatThrownBy(() -> run(lines, 1, threads)).isInstanceOf(Fault.class);
    }

    private static void clean(String lines, int threads) {
        assertThatCode(() -> run(lines, 1, threads)).doesNotThrowAnyException();
    }

    private static void hasCode(AbstractThrowableAssert<?, ?> fault, int code) {
        fault.satisfies(e -> assertThat(((Fault) e).code()).isEqualTo(code));
    }

    @Test
    void globalAccessOutsideOfAllocations() {
        clean("ld.global.f32 %f1, [%d1+3968];", 32);
        hasCode(
                fault("ld.global.f32 %f1, [%d1+3972];", 32)
                        .hasMessage(
                                "kernel k, line 22, block (0,0,0), thread (31,0,0): read of 4 bytes of global memory at "
                                        + "0x300001000, 0 bytes after the end of the 4096 bytes at 0x300000000"),
                700);
        fault("st.global.f32 [%d1+-4], %f1;", 32).hasMessageContaining("thread (0,0,0): write of 4 bytes of global");
        fault("mov.u64 %d7, 0;\nld.global.f32 %f1, [%d7];", 1).hasMessageContaining("null pointer");
        fault("ld.f32 %f1, [%d3+65536];", 1).hasMessageContaining("read of 4 bytes of global memory");
    }

    @Test
    void globalAccessAfterFree() {
        var rig = new Rig(Lines.kernel("ld.global.f32 %f1, [%d1];"));
        long a = rig.put(new float[32]);
        rig.launch("k", 32, a, a, a);
        assertThat(rig.memory.free(a)).isTrue();
        assertThat(rig.memory.free(a)).isFalse();
        assertThat(rig.put(new float[32])).isNotEqualTo(a);
        assertThatThrownBy(() -> rig.launch("k", 32, a, a, a))
                .hasMessageContaining("0 bytes into the 128 bytes freed at 0x300000000");
    }

    @Test
    void misalignedAccess() {
        clean("ld.global.v4.f32 {%f1,%f2,%f3,%f4}, [%d27+16];", 1);
        hasCode(fault("ld.global.f32 %f1, [%d1+2];", 1).hasMessageContaining("no multiple"), 716);
        fault("ld.global.v4.f32 {%f1,%f2,%f3,%f4}, [%d27+8];", 1).hasMessageContaining("read of 16 bytes");
        fault(SHARED + "st.shared.v2.f32 [%r10+4], {%f1,%f2};", 1).hasMessageContaining("write of 8 bytes");
    }

    @Test
    void sharedAccessOutsideOfTheBlocks() {
        clean(SHARED + "st.shared.f32 [%r11+128], %f1;", 32);
        hasCode(
                fault(SHARED + "st.shared.f32 [%r11+132], %f1;", 32)
                        .hasMessageContaining("thread (31,0,0)")
                        .hasMessageContaining("shared memory at 256, of which the block has 256"),
                700);
    }

    @Test
    void localAccessOutsideOfTheThreads() {
        var local = ".local .align 4 .b8 l[8];\nmov.u64 %d7, l;\ncvta.local.u64 %d8, %d7;\n";
        clean(local + "st.local.f32 [%d7+4], %f1;\nld.f32 %f2, [%d8+4];", 32);
        fault(local + "st.local.f32 [%d7+16], %f1;", 32).hasMessageContaining("of which a thread has 16");
        fault(local + "ld.f32 %f1, [%d8];", 32).hasMessageContaining("local memory at 0 that nothing wrote");
    }

    @Test
    void readsOfWhatNothingWrote() {
        clean("st.global.f32 [%d3], %f1;\nld.global.f32 %f2, [%d3];", 32);
        hasCode(
                fault("ld.global.f32 %f1, [%d3];", 32).hasMessageContaining("(0 bytes into 4096) that nothing wrote"),
                719);
        fault(
                        "st.global.u8 [%d3], %r1;\nst.global.u8 [%d3+1], %r1;\nst.global.u8 [%d3+2], %r1;\nld.global.u32 %r2, [%d3];",
                        1)
                .hasMessageContaining("nothing wrote");
        clean(
                "st.global.u8 [%d3], %r1;\nst.global.u8 [%d3+1], %r1;\nst.global.u16 [%d3+2], %h1;\nld.global.u32 %r2, [%d3];",
                1);
        fault("ld.global.u8 %r2, [%d3+5];", 1).hasMessageContaining("nothing wrote");
        fault(SHARED + "ld.shared.f32 %f1, [%r11];", 1).hasMessageContaining("shared memory at 0 that nothing wrote");
    }

    @Test
    void sharedMemoryIsNotWrittenAtABlocksBeginning() {
        var lines = SHARED
                + "mov.u32 %r12, %ctaid.x;\nsetp.eq.u32 %p1, %r12, 0;\n@%p1 st.shared.f32 [%r11], %f1;\nld.shared.f32 %f2, [%r11];";
        assertThatThrownBy(() -> run(lines, 2, 32)).hasMessageContaining("block (1,0,0)");
    }

    @Test
    void sharedRacesBetweenWarps() {
        var neighbor = "xor.b32 %r12, %r11, 128;\n";
        clean(SHARED + neighbor + "st.shared.f32 [%r11], %f1;\nbar.sync 0;\nld.shared.f32 %f2, [%r12];", 64);
        hasCode(
                fault(
                                SHARED + neighbor
                                        + "st.shared.f32 [%r11], %f1;\nbar.warp.sync -1;\nst.shared.f32 [%r12], %f1;",
                                64)
                        .hasMessageContaining("thread (32,0,0): race: write of 4 bytes of shared memory at 128"),
                719);
        fault(
                        SHARED + neighbor
                                + "st.shared.f32 [%r11], %f1;\nbar.sync 0;\nld.shared.f32 %f2, [%r12];\nst.shared.f32 [%r11], %f1;",
                        64)
                .hasMessageContaining("race");
        clean(
                SHARED + neighbor
                        + "st.shared.f32 [%r11], %f1;\nbar.sync 0;\nld.shared.f32 %f2, [%r12];\nbar.sync 0;\nst.shared.f32 [%r11], %f1;",
                64);
    }

    @Test
    void sharedRacesWithinAWarp() {
        var neighbor = "xor.b32 %r12, %r11, 4;\n";
        fault(SHARED + neighbor + "st.shared.f32 [%r11], %f1;\nld.shared.f32 %f2, [%r12];", 32)
                .hasMessageContaining("race: read of 4 bytes of shared memory at 4, accessed by thread number 1 too");
        clean(SHARED + neighbor + "st.shared.f32 [%r11], %f1;\nbar.warp.sync -1;\nld.shared.f32 %f2, [%r12];", 32);
        clean(
                SHARED + neighbor
                        + "st.shared.f32 [%r11], %f1;\nshfl.sync.bfly.b32 %r1, %r2, 1, 31, -1;\nld.shared.f32 %f2, [%r12];",
                32);
        fault(SHARED + "st.shared.f32 [%r10], %f1;", 2).hasMessageContaining("race: write of 4 bytes");
        fault(SHARED + "mad.lo.u32 %r12, %r29, 0, %r10;\nst.shared.u8 [%r12], %r1;", 2)
                .hasMessageContaining("race");
        clean(SHARED + "add.u32 %r12, %r10, %r29;\nst.shared.u8 [%r12], %r1;", 32);
    }

    @Test
    void sharedAtomicsDoNotRaceWithEachOther() {
        var zero =
                SHARED + "setp.eq.u32 %p1, %r29, 0;\nmov.u32 %r13, 0;\n@%p1 st.shared.u32 [%r10], %r13;\nbar.sync 0;\n";
        clean(zero + "atom.shared.add.u32 %r1, [%r10], 1;\nred.shared.max.u32 [%r10], %r29;", 64);
        fault(zero + "atom.shared.add.u32 %r1, [%r10], 1;\nld.shared.u32 %r2, [%r10];", 64)
                .hasMessageContaining("race");
        fault(zero + "ld.shared.u32 %r2, [%r10];\natom.shared.add.u32 %r1, [%r10], 1;", 64)
                .hasMessageContaining("race");
    }

    @Test
    void globalRacesBetweenBlocks() {
        assertThatThrownBy(() -> run("st.global.f32 [%d3], %f1;", 2, 32))
                .hasMessageContaining("race: write of 4 bytes of global memory")
                .hasMessageContaining("block number");
        var own = "mov.u32 %r12, %ctaid.x;\nmad.wide.u32 %d7, %r12, 128, %d3;\n";
        assertThatCode(() -> run(own + "st.global.f32 [%d7], %f1;", 8, 32)).doesNotThrowAnyException();
        assertThatThrownBy(() -> run(own + "st.global.f32 [%d7], %f1;\nld.global.f32 %f2, [%d3];", 2, 32))
                .hasMessageContaining("race");
        assertThatThrownBy(() -> run("ld.global.f32 %f2, [%d1];\nst.global.f32 [%d1], %f1;", 2, 32))
                .hasMessageContaining("race");
        assertThatCode(() -> run("ld.global.f32 %f2, [%d1];", 8, 32)).doesNotThrowAnyException();
        var bytes = "mov.u32 %r12, %ctaid.x;\nmad.wide.u32 %d7, %r12, 1, %d29;\n";
        assertThatCode(() -> run(bytes + "st.global.u8 [%d7], %r1;", 8, 1)).doesNotThrowAnyException();
    }

    @Test
    void globalAtomicsDoNotRaceWithEachOther() {
        assertThatCode(() -> run("red.global.add.f32 [%d1], 0f3F800000;", 4, 32))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> run("red.global.add.f32 [%d1], 0f3F800000;\nld.global.f32 %f1, [%d1];", 4, 32))
                .hasMessageContaining("race");
    }

    @Test
    void checksCanBeLeftOut() {
        var rig = new Rig(Lines.kernel("st.global.f32 [%d3], %f1;\nld.global.f32 %f2, [%d2+512];"));
        long a = rig.empty(1024);
        rig.machine.checks(Checks.NONE);
        rig.launch("k", Dim.of(4), Dim.of(32), 0, a, a, a);
        rig.machine.checks(Checks.ALL.withoutGlobalRaces());
        assertThatThrownBy(() -> rig.launch("k", Dim.of(4), Dim.of(32), 0, a, a, a))
                .hasMessageContaining("nothing wrote");
    }

    @Test
    void theNonCoherentCacheDoesNotSeeThisLaunchsWrites() {
        clean("ld.global.nc.f32 %f1, [%d1];\nst.global.f32 [%d3], %f1;", 32);
        fault("st.global.f32 [%d1], %f1;\nld.global.nc.f32 %f1, [%d1];", 32)
                .hasMessageContaining("which this launch wrote");
    }

    @Test
    void barriersThatSomeThreadsDoNotReach() {
        var lower = "setp.lt.u32 %p1, %r29, 16;\n";
        fault(lower + "@%p1 bar.sync 0;\nbar.sync 0;", 32).hasMessageContaining("wait for others that never come");
        fault(lower + "@%p1 bra L;\nbar.sync 0;\nbra M;\nL: bar.sync 0;\nM:", 32)
                .hasMessageContaining("lanes 0000ffff of the warp at line 26")
                .hasMessageContaining("lanes ffff0000 of the warp at line 24");
        clean(lower + "@%p1 bra L;\nadd.u32 %r1, %r1, 1;\nL: bar.sync 0;", 48);
        clean(lower + "@%p1 exit;\nbar.sync 0;", 48);
        clean("setp.lt.u32 %p1, %r29, 32;\n@%p1 bra L;\nbar.sync 0;\nbra M;\nL: bar.sync 0;\nM:", 64);
    }

    @Test
    void warpWideInstructionsThatSomeLanesDoNotReach() {
        var lower = "setp.lt.u32 %p1, %r29, 16;\n";
        fault(lower + "@%p1 shfl.sync.down.b32 %r1, %r2, 1, 31, -1;", 32)
                .hasMessageContaining("lanes which are not there or ended");
        fault(lower + "@%p1 bra L;\nbar.sync 0;\nL: shfl.sync.down.b32 %r1, %r2, 1, 31, -1;", 32)
                .hasMessageContaining("wait for others that never come");
        clean(lower + "@%p1 shfl.sync.bfly.b32 %r1, %r2, 1, 31, 65535;", 32);
        fault("shfl.sync.down.b32 %r1, %r2, 1, 31, -1;", 20).hasMessageContaining("lanes which are not there or ended");
        fault(lower + "@%p1 shfl.sync.bfly.b32 %r1, %r2, 16, 31, 65535;", 32)
                .hasMessageContaining("does not take part");
        fault("shfl.sync.bfly.b32 %r1, %r2, 1, 31, 65535;", 32).hasMessageContaining("without the thread itself");
        clean(lower + "@%p1 exit;\nbar.warp.sync -1;", 32);
        clean(lower + "@!%p1 bra L;\nbar.warp.sync -1;\nL:", 32);
        fault(
                        lower
                                + "@%p1 mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%f1,%f2,%f3,%f4},{%r1,%r2,%r3,%r4},{%r5,%r6},{%f1,%f2,%f3,%f4};",
                        32)
                .hasMessageContaining("lanes which are not there or ended");
    }

    /** Lanes wait for those whose code the compiler put behind. */
    @Test
    void lanesMeetWhereverTheirCodeLies() {
        clean(
                "setp.lt.u32 %p1, %r29, 16;\n@%p1 bra FAR;\nBACK: shfl.sync.bfly.b32 %r1, %r2, 16, 31, -1;\nbar.sync 0;\nbra END;\n"
                        + "FAR: add.u32 %r2, %r2, 1;\nbra BACK;\nEND:",
                32);
    }

    @Test
    void kernelsThatDoNotEnd() {
        var rig = new Rig(Lines.kernel("L: add.u32 %r1, %r1, 1;\nbra L;"));
        rig.machine.loopLimit(1000);
        long a = rig.empty(4);
        assertThatThrownBy(() -> rig.launch("k", 32, a, a, a)).hasMessageContaining("does not end");
    }

    @Test
    void trapsAndConstantMemory() {
        hasCode(fault("trap;", 1).hasMessageContaining("trap"), 719);
        var module =
                ".version 7.0\n.target sm_75\n.address_size 64\n.const .align 4 .u32 x[2] = {1, 2};\n.visible .entry k()\n{\n.reg .b64 %d<2>;\n"
                        + "mov.u64 %d1, x;\nst.global.u32 [%d1], 3;\nret;\n}\n";
        var rig = new Rig(module);
        assertThatThrownBy(() -> rig.launch("k", 1))
                .hasMessageContaining("line 9")
                .hasMessageContaining("constant");
    }

    /** Of several blocks with a fault, the lowest one's is told, on however many threads they run. */
    @Test
    void theLowestBlocksFaultIsTold() {
        var rig = new Rig(Lines.kernel(
                "mov.u32 %r12, %ctaid.x;\nsetp.gt.u32 %p1, %r12, 40;\n@%p1 ld.global.f32 %f1, [%d1+65536];"));
        rig.machine.threads(4);
        long a = rig.put(new float[32]);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> rig.launch("k", Dim.of(500), Dim.of(32), 0, a, a, a))
                    .hasMessageContaining("block (41,0,0)");
        }
    }
}
