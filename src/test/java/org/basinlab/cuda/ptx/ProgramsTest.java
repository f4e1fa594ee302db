package org.basinlab.cuda.ptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole programs, as nvcc compiles them, against the same in Java. */
class ProgramsTest {
    private static Rig rig(String how) {
        return new Rig(Sources.of("programs", how));
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void lanesLoopAsOftenAsEachNeeds(String how) {
        var rig = rig(how);
        int n = 300;
        var starts = IntStream.rangeClosed(1, n).toArray();
        long steps = rig.empty(4 * n);
        rig.launch("collatz", Dim.of(3), Dim.of(128), 0, rig.put(starts), steps, n);
        var wanted = Arrays.stream(starts)
                .map(start -> {
                    int count = 0;
                    for (long v = start; v != 1; count++) {
                        v = v % 2 == 0 ? v / 2 : 3 * v + 1;
                    }
                    return count;
                })
                .toArray();
        assertThat(rig.ints(steps, n)).containsExactly(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void aSwitchTakesEachCase(String how) {
        var rig = rig(how);
        var x = new float[] {-2.5f, -0.1f, 0f, 0.7f, 3f};
        for (int activation = 0; activation <= 7; activation++) {
            long y = rig.empty(4L * x.length);
            rig.launch("activate", 32, rig.put(x), y, x.length, activation);
            var found = rig.floats(y, x.length);
            for (int i = 0; i < x.length; i++) {
                float v = x[i];
                double wanted = switch (activation) {
                    case 0 -> Math.max(v, 0);
                    case 1 -> Math.tanh(v);
                    case 2 -> 1 / (1 + Math.exp(-v));
                    case 3 -> v * v;
                    case 4 -> Math.log1p(Math.exp(v));
                    case 5 -> -v;
                    case 6 -> Math.abs(v);
                    default -> 0;
                };
                assertThat((double) found[i]).isCloseTo(wanted, offset(1e-6));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void lanesTakeDifferentCases(String how) {
        var rig = rig(how);
        int n = 96;
        var x = new Random(3).ints(2 * n, -1000, 1000).toArray();
        long address = rig.put(x);
        rig.launch("choose", n, address, n);
        var wanted = x.clone();
        for (int i = 0; i < n; i++) {
            int v = x[i];
            switch (i % 9) {
                case 0 -> v += 3;
                case 1 -> v = v * 7 + x[(i + 1) % n + n];
                case 2 -> v = Integer.bitCount(v);
                case 3 -> v ^= 0x55;
                case 4 -> v = v / 3 + v % 5;
                case 5 -> {
                    for (int k = 0; k < i; k++) {
                        v += k * v;
                    }
                }
                case 6 -> v = Integer.numberOfLeadingZeros(v);
                case 7 -> v = Math.min(v, 12) - Math.max(v, 4);
                default -> v = ~v;
            }
            wanted[i] = v;
        }
        assertThat(rig.ints(address, 2 * n)).containsExactly(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void blocksAddUpThroughSharedMemoryShufflesAndAtomics(String how) {
        var rig = rig(how);
        int n = 5000;
        var x = new Random(4).ints(n, -50, 50).toArray();
        var floats = new float[n];
        var doubles = new double[n];
        for (int i = 0; i < n; i++) {
            floats[i] = x[i];
            doubles[i] = x[i] / 8.0;
        }
        long sum = rig.put(0f);
        rig.launch("reduce_f32", Dim.of(7), Dim.of(256), 256 * 4, rig.put(floats), sum, n);
        assertThat(rig.floats(sum, 1)).containsExactly((float) Arrays.stream(x).sum());
        sum = rig.put(0.0);
        rig.launch("reduce_f64", Dim.of(3), Dim.of(64), 64 * 8, rig.put(doubles), sum, n);
        assertThat(rig.doubles(sum, 1)).containsExactly(Arrays.stream(x).sum() / 8.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void aTiledProductIsTheProduct(String how) {
        var rig = rig(how);
        int m = 37;
        int n = 50;
        int k = 41;
        var a = floats(m * k, 1);
        var b = floats(k * n, 2);
        long c = rig.empty(4L * m * n);
        rig.launch("product", Dim.of(4, 3), Dim.of(16, 16), 0, rig.put(a), rig.put(b), c, m, n, k);
        assertThat(rig.floats(c, m * n)).containsExactly(product(a, b, m, n, k));
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void aProductInRegistersIsTheProduct(String how) {
        var rig = rig(how);
        int n = 128;
        var a = floats(n * n, 3);
        var b = floats(n * n, 4);
        long c = rig.empty(4L * n * n);
        rig.launch("product4", Dim.of(2, 2), Dim.of(256), 0, rig.put(a), rig.put(b), c, n);
        assertThat(rig.floats(c, n * n)).containsExactly(product(a, b, n, n, n));
    }

    private static float[] floats(int count, int seed) {
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static float[] product(float[] a, float[] b, int m, int n, int k) {
        var c = new float[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int l = 0; l < k; l++) {
                    c[i * n + j] = Math.fma(a[i * k + l], b[l * n + j], c[i * n + j]);
                }
            }
        }
        return c;
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void bytesAreMultipliedInFours(String how) {
        var rig = rig(how);
        var random = new Random(8);
        var a = random.ints(32).toArray();
        var b = random.ints(32).toArray();
        long c = rig.empty(4 * 64);
        rig.launch("dot_bytes", 32, rig.put(a), rig.put(b), c);
        var found = rig.ints(c, 64);
        for (int i = 0; i < 32; i++) {
            int signed = i;
            int unsigned = i;
            for (int shift = 0; shift < 32; shift += 8) {
                signed += (byte) (a[i] >> shift) * (byte) (b[i] >> shift);
                unsigned += (a[i] >> shift & 0xff) * (b[i] >> shift & 0xff);
            }
            assertThat(found[i]).isEqualTo(signed);
            assertThat(found[i + 32]).isEqualTo(unsigned);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void localArraysAndArraysInRegistersHoldTheirNumbers(String how) {
        var rig = rig(how);
        var x = new Random(9).ints(64 * 20, 0, 1000).toArray();
        long counts = rig.zeros(64);
        rig.launch("histogram", 64, rig.put(x), counts, 20);
        var wanted = new int[16];
        Arrays.stream(x).forEach(v -> wanted[v & 15]++);
        assertThat(rig.ints(counts, 16)).containsExactly(wanted);

        var coefficients = new Random(10).doubles(16).toArray();
        var at = new Random(11).doubles(32).toArray();
        long y = rig.empty(32 * 8);
        rig.launch("polynomial", 32, rig.put(coefficients), rig.put(at), y);
        var values = Arrays.stream(at)
                .map(v -> {
                    double sum = 0;
                    for (int i = 15; i >= 0; i--) {
                        sum = Math.fma(sum, v, coefficients[i]);
                    }
                    return sum;
                })
                .toArray();
        assertThat(rig.doubles(y, 32)).containsExactly(values);
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void functionsAreCalledWithAddressesOfLocals(String how) {
        var rig = rig(how);
        var x = new Random(12).doubles(32, 0, 20).toArray();
        long address = rig.put(x);
        long counts = rig.empty(32 * 4);
        rig.launch("calls", 32, address, counts);
        for (int i = 0; i < 32; i++) {
            for (int k = 0; k <= i % 5; k++) {
                x[i] = x[i] > 10 ? Math.sqrt(x[i]) : x[i] * x[i];
            }
        }
        assertThat(rig.doubles(address, 32)).containsExactly(x);
        assertThat(rig.ints(counts, 32))
                .containsExactly(IntStream.range(0, 32).map(i -> i % 5 + 1).toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void variablesOfTheModuleKeepTheirValues(String how) {
        var rig = rig(how);
        long y = rig.empty(33 * 4);
        rig.launch("variables", 32, y);
        rig.launch("variables", 32, y);
        assertThat(rig.floats(y, 33)).startsWith(0.5f, -2, 4, 1, 0.5f).endsWith(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void lanesVoteAndExchange(String how) {
        var rig = rig(how);
        var x = new Random(13).ints(64, 0, 8).toArray();
        long y = rig.empty(4 * 320);
        rig.launch("votes", 64, rig.put(x), y);
        var found = rig.ints(y, 320);
        int above = (int) Arrays.stream(x).filter(v -> v > 3).count();
        int any = Arrays.stream(x).anyMatch(v -> v == 5) ? 1 : 0;
        int all = Arrays.stream(x).allMatch(v -> v < 5) ? 1 : 0;
        for (int i = 0; i < 64; i++) {
            int warp = i & 32;
            int lane = i & 31;
            int ballot = 0;
            for (int l = 0; l < 32; l++) {
                ballot |= x[warp + l] > 3 ? 1 << l : 0;
            }
            assertThat(found[i]).isEqualTo(ballot);
            assertThat(found[i + 64]).isZero();
            int up = x[warp + (lane % 8 < 3 ? lane : lane - 3)];
            assertThat(found[i + 128]).isEqualTo(x[warp + (lane ^ 5)] + 1000 * up);
            int down = x[warp + (lane % 16 + 2 > 15 ? lane : lane + 2)];
            assertThat(found[i + 192]).isEqualTo(x[warp + (lane + 9) % 32] - down);
            assertThat(found[i + 256]).isEqualTo(above + 100 * any + 1000 * all);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void structuresArePassedByValue(String how) {
        var rig = rig(how);
        var structure = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        structure.putFloat(0, 0.5f);
        for (int i = 0; i < 5; i++) {
            structure.putInt(4 + 4 * i, 10 * i);
        }
        structure.putDouble(24, 0.25);
        structure.putLong(32, rig.put(100f, 200f, 300f));
        structure.put(40, (byte) -3);
        long y = rig.empty(4 * 5);
        rig.launch("structure", 5, structure.array(), y);
        assertThat(rig.floats(y, 5)).containsExactly(297.75f, 307.75f, 317.75f, 327.75f, 337.75f);
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void bytesAndShortsKeepTheirSigns(String how) {
        var rig = rig(how);
        long bytes = rig.put(0x80ff7f01);
        long shorts = rig.put(0x8000_7fff, 0xffff_0001);
        long y = rig.empty(16);
        long low = rig.zeros(4);
        rig.launch("narrow", 4, bytes, bytes, shorts, y, low);
        assertThat(rig.ints(y, 4)).containsExactly(1 + 1 + 32767, 127 + 127 - 32768, -1 + 255 + 1, -128 + 128 - 1);
        assertThat(rig.ints(low, 1)).containsExactly(0xff_ff_fe_01);
    }
}
