package org.basinlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.basinlab.data.IdxBytes.gzip;
import static org.basinlab.data.IdxBytes.idx;
import static org.basinlab.data.IdxBytes.ramp;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.basinlab.experiment.InputException;

/** Good files come back as written; all others are refused in one line and cost little memory. */
class IdxFileFuzzTest {
    /** No file here unzips to more than a few kilobytes; a header that is believed asks for gigabytes. */
    private static final long ALLOCATION_BOUND = 4 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Path file;

    /** Overwrites one byte, the place given as a share of the length. */
    private record Edit(double place, byte value) {}

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("fuzz", "-ubyte");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 300)
    void roundTrip(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 7) Integer> sizes, @ForAll boolean zipped)
            throws Exception {
        var shape = sizes.stream().mapToInt(size -> size).toArray();
        var values = ramp(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        var content = idx(values, shape);
        Files.write(file, zipped ? gzip(content) : content);

        var read = IdxFile.read(file, shape.length);

        assertThat(read.shape()).containsExactly(shape);
        assertThat(read.values()).isEqualTo(values);
        var digest = MessageDigest.getInstance("SHA-256").digest(content);
        assertThat(read.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void mutated(@ForAll("sound") byte[] sound, @ForAll("edits") List<Edit> edits, @ForAll @IntRange(max = 3) int cut) {
        var bytes = Arrays.copyOf(sound, sound.length - cut);
        for (var edit : edits) {
            bytes[(int) (edit.place * bytes.length)] = edit.value;
        }
        readOrRefuse(bytes);
    }

    @Property(tries = 500)
    void mutatedInsideGzip(@ForAll("edits") List<Edit> edits) {
        var content = idx(ramp(60), 3, 4, 5);
        for (var edit : edits) {
            content[(int) (edit.place * content.length)] = edit.value;
        }
        readOrRefuse(gzip(content));
    }

    @Property(tries = 500)
    void garbage(@ForAll @Size(max = 200) byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 1500)
    void lyingHeader(@ForAll int images, @ForAll int rows, @ForAll int columns, @ForAll boolean zipped) {
        var content = idx(ramp(60), 3, 4, 5);
        ByteBuffer.wrap(content).putInt(4, images).putInt(8, rows).putInt(12, columns);
        readOrRefuse(zipped ? gzip(content) : content);
    }

    @Property(tries = 300)
    void garbageAfterGzipMagic(@ForAll @Size(max = 200) byte[] bytes) {
        var stored = Arrays.copyOf(new byte[] {0x1f, (byte) 0x8b, 8}, bytes.length + 3);
        System.arraycopy(bytes, 0, stored, 3, bytes.length);
        readOrRefuse(stored);
    }

    @Example
    void everyCutIsRefused() throws IOException {
        var content = idx(ramp(60), 3, 4, 5);
        for (var whole : new byte[][] {content, gzip(content)}) {
            for (var length = 0; length < whole.length; length++) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> IdxFile.read(file, 3))
                        .as("%d of %d bytes", length, whole.length)
                        .isInstanceOf(InputException.class);
            }
        }
    }

    /** Gzip's header has bits without meaning (its time stamp, for one); any other flip must not pass. */
    @Example
    void everyFlippedBitOfGzipIsRefusedOrWithoutEffect() throws IOException {
        var values = ramp(60);
        var whole = gzip(idx(values, 3, 4, 5));
        for (var bit = 0; bit < 8 * whole.length; bit++) {
            var stored = whole.clone();
            stored[bit / 8] ^= (byte) (1 << bit % 8);
            var read = readOrRefuse(stored);
            assertThat(read == null || Arrays.equals(read.values(), values))
                    .as("bit %d", bit)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<byte[]> sound() {
        var sizes = Arbitraries.integers().between(1, 9);
        return Combinators.combine(sizes, sizes, sizes, Arbitraries.of(true, false))
                .as((images, rows, columns, zipped) -> {
                    var content = idx(ramp(images * rows * columns), images, rows, columns);
                    return zipped ? gzip(content) : content;
                });
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        // The header is a small part of the file and the most interesting one.
        var places = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.doubles().between(0, 0.05)),
                Tuple.of(1, Arbitraries.doubles().between(0, true, 1, false)));
        return Combinators.combine(places, Arbitraries.bytes())
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    /** The file, or null where it was refused. */
    private static IdxFile readOrRefuse(byte[] stored) {
        try {
            Files.write(file, stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        IdxFile read = null;
        for (var dimensions = 1; dimensions <= 3; dimensions += 2) {
            var before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                read = IdxFile.read(file, dimensions);
                assertThat(Arrays.stream(read.shape()).reduce(1, Math::multiplyExact))
                        .isEqualTo(read.values().length);
            } catch (InputException e) {
                assertThat(e.getMessage()).startsWith(file + ": ").hasLineCount(1);
            }
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(ALLOCATION_BOUND);
        }
        return read;
    }
}
