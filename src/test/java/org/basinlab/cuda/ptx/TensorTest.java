package org.basinlab.cuda.ptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products on tensor cores and asynchronous copies. */
class TensorTest {
    private static Rig rig(String how) {
        return new Rig(Sources.of("tensor", how));
    }

    private static float[] floats(int count, int seed) {
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static float cut(float value) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) & 0xffff_e000);
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_80"})
    void theProductOfTf32CutsOperandsAndRoundsTowardZero(String how) {
        var rig = rig(how);
        var a = floats(16 * 8, 1);
        var b = floats(8 * 8, 2);
        var c = floats(16 * 8, 3);
        long address = rig.put(c);
        rig.launch("product_tf32", 32, rig.put(a), rig.put(b), address, 0);
        var found = rig.floats(address, 16 * 8);
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 8; j++) {
                double sum = 0;
                for (int k = 0; k < 8; k++) {
                    sum += (double) cut(a[i * 8 + k]) * cut(b[k * 8 + j]);
                }
                sum += c[i * 8 + j];
                float wanted = (float) sum;
                if (Math.abs((double) wanted) > Math.abs(sum)) {
                    wanted = Math.nextAfter(wanted, 0);
                }
                assertThat(found[i * 8 + j]).isEqualTo(wanted);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_80"})
    void operandsRoundedToTf32AreNearer(String how) {
        var rig = rig(how);
        var a = floats(16 * 8, 4);
        var b = floats(8 * 8, 5);
        long address = rig.put(new float[16 * 8]);
        rig.launch("product_tf32", 32, rig.put(a), rig.put(b), address, 1);
        var found = rig.floats(address, 16 * 8);
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 8; j++) {
                double sum = 0;
                for (int k = 0; k < 8; k++) {
                    sum += (double) a[i * 8 + k] * b[k * 8 + j];
                }
                assertThat((double) found[i * 8 + j]).isCloseTo(sum, offset(8 * 0.25 * 0x1p-10));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bf16", "f16"})
    void productsOfSixteenBitsAreProducts(String format) {
        var rig = rig(Sources.COMMITTED);
        boolean bfloat = format.equals("bf16");
        var a = floats(16 * 16, 6);
        var b = floats(8 * 16, 7);
        var c = floats(16 * 8, 8);
        long address = rig.put(c);
        rig.launch("product_" + format, 32, rig.put(packed(a, bfloat)), rig.put(packed(b, bfloat)), address);
        var found = rig.floats(address, 16 * 8);
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 8; j++) {
                double sum = c[i * 8 + j];
                for (int k = 0; k < 16; k++) {
                    sum += (double) rounded(a[i * 16 + k], bfloat) * rounded(b[j * 16 + k], bfloat);
                }
                assertThat((double) found[i * 8 + j]).isCloseTo(sum, offset(1e-6));
            }
        }
    }

    private static float rounded(float value, boolean bfloat) {
        return bfloat ? Half.ofBfloat(Half.toBfloat(value)) : Half.toFloat(Half.ofFloat(value));
    }

    private static int[] packed(float[] values, boolean bfloat) {
        var words = new int[values.length / 2];
        for (int i = 0; i < values.length; i++) {
            int bits = bfloat ? Half.toBfloat(values[i]) : Half.ofFloat(values[i]);
            words[i / 2] |= bits << 16 * (i % 2);
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_80"})
    void copiesArriveWhenWaitedFor(String how) {
        var rig = rig(how);
        int rounds = 8;
        var from = floats(rounds * 256, 9);
        long to = rig.zeros(4 * rounds * 256);
        rig.launch("copy_async", 64, rig.put(from), to, rounds, 1);
        var found = rig.floats(to, (rounds - 2) * 256);
        assertThat(found).containsExactly(Arrays.copyOf(from, found.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_80"})
    void aMissingWaitShows(String how) {
        var rig = rig(how);
        long from = rig.put(floats(8 * 256, 10));
        long to = rig.zeros(4 * 8 * 256);
        assertThatThrownBy(() -> rig.launch("copy_async", 64, from, to, 8, 0))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("kernel copy_async")
                .hasMessageContaining("shared memory at")
                .hasMessageContaining("nothing wrote");
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_80"})
    void whatASourceLacksIsZero(String how) {
        var rig = rig(how);
        long to = rig.empty(16 * 32);
        rig.launch("copy_part", 32, rig.put(1f, 2f, 3f), to, 12);
        assertThat(rig.floats(to, 8)).containsExactly(1, 2, 3, 0, 1, 2, 3, 0);
    }
}
