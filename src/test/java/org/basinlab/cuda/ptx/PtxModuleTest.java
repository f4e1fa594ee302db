package org.basinlab.cuda.ptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PtxModuleTest {
    @Test
    void aModuleNamesItsVersionTargetAndKernels() {
        var module = Sources.of("tensor", Sources.COMMITTED);
        assertThat(module.version()).isEqualTo(70);
        assertThat(module.target()).isEqualTo(80);
        assertThat(module.kernels()).contains("product_tf32", "copy_async");
    }

    @Test
    void aKernelTellsWhatItNeeds() {
        var module = Sources.of("programs", Sources.COMMITTED);
        var addresses = Map.of("weights", 256L, "launches", 512L);
        var product = Program.of(module, "product", addresses);
        assertThat(product.sharedBytes()).isEqualTo(2 * 16 * 17 * 4);
        assertThat(product.maxThreads()).isEqualTo(256);
        assertThat(product.parameterOffsets()).containsExactly(0, 8, 16, 24, 28, 32);
        assertThat(product.allParameterBytes()).isEqualTo(36);
        assertThat(Program.of(module, "reduce_f32", addresses).sharedBytes()).isZero();
        assertThat(Program.of(module, "reduce_f32", addresses).atomics()).isTrue();
        assertThat(Program.of(module, "histogram", addresses).localBytes()).isEqualTo(64);
    }

    @Test
    void whatIsNotKnownIsRefusedWithItsLine() {
        refused("frobnicate.b32 %r1, %r2;", "line 22: frobnicate.b32: an instruction that the emulator does not know");
        refused("add.f32.unheard %r1;", "does not know");
        refused("add.s32 %r1, %r2;", "line 22: add.s32: too few operands");
        refused("add.s32 %r1, %r2, %r77;", "nothing is called %r77");
        refused("add.s32 %r1, %r2, %d1;", "%d1 is no register of 32 bits");
        refused("bra NOWHERE;", "nothing is called NOWHERE");
        refused("ld.global.weird.u32 %r1, [%d1];", "does not know");
        refused("bar.sync 1;", "a barrier other than number 0");
        refused("shfl.up.b32 %r1, %r2, 1, 0;", "does not know");
        refused(".reg .b32 %x", "line 23: ';' expected, not 'ret'");
        refused("add.s32 %r1, %r2, %r3;\nmax.weird.s32 %r1, %r2, %r3;", "line 23: max.weird.s32");
    }

    private static void refused(String line, String message) {
        assertThatThrownBy(() -> new Rig(Lines.kernel(line)))
                .isInstanceOf(PtxException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatTheTargetDoesNotHaveIsRefused() {
        var ptx = Lines.kernel("cvt.rna.tf32.f32 %r1, %f1;\ncp.async.wait_all;");
        new Rig(ptx);
        assertThatThrownBy(() -> new Rig(ptx.replace("sm_80", "sm_75")))
                .hasMessageContaining("line 22: cvt.rna.tf32.f32: needs .target sm_80");
    }

    @Test
    void whatIsNotPtxIsRefused() {
        assertThatThrownBy(() -> PtxModule.parse("")).isInstanceOf(PtxException.class);
        assertThatThrownBy(() -> PtxModule.parse("\nhello")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> PtxModule.parse(".version 7.0\n.target sm_75\n.address_size 32"))
                .hasMessageContaining("line 3");
    }
}
