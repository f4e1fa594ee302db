package org.basinlab.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.basinlab.data.IdxBytes.gzip;
import static org.basinlab.data.IdxBytes.idx;
import static org.basinlab.data.IdxBytes.ramp;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a file, said in one line; that good files are read is {@link IdxFileFuzzTest}'s. */
class IdxFileTest {
    @TempDir
    Path folder;

    /** Name of the case, the file's bytes, the dimensions asked for, what the line says after the file's name. */
    static Stream<Arguments> badFiles() {
        return Stream.of(
                bad("empty", "", 3, "is empty; fetch the file again"),
                bad(
                        "text",
                        "3c 21 44 4f 43 54 59 50 45",
                        3,
                        "is not an IDX file: it begins with 3c 21 44 4f, where one of 3 dimensions has 00 00 08 03"),
                bad(
                        "short text",
                        "41",
                        1,
                        "is not an IDX file: it begins with 41, where one of 1 dimensions has 00 00 08 01"),
                bad(
                        "no such type",
                        "00 00 0a 03 00 00 00 01",
                        3,
                        "is not an IDX file: it begins with 00 00 0a 03, where one of 3 dimensions has 00 00 08 03"),
                bad(
                        "floats",
                        "00 00 0d 01 00 00 00 01 00 00 00 00",
                        1,
                        "its elements are of type 0d (float), not 08 (unsigned byte); convert it"),
                bad(
                        "labels for images",
                        "00 00 08 01 00 00 00 01 05",
                        3,
                        "number of dimensions is 1, not 3; images have 3 and labels 1: are two files swapped?"),
                bad(
                        "very many dimensions",
                        "00 00 08 ff 00 00 00 01 05",
                        1,
                        "number of dimensions is 255, not 1; images have 3 and labels 1: are two files swapped?"),
                bad(
                        "cut in magic",
                        "00 00 08",
                        1,
                        "ends inside its header: 4 bytes expected, 3 found; fetch the file again"),
                bad(
                        "cut in sizes",
                        "00 00 08 03 00 00 00 01 00 00",
                        3,
                        "ends inside its header: 16 bytes expected, 10 found; fetch the file again"),
                bad(
                        "no images",
                        "00 00 08 03 00 00 00 00 00 00 00 1c 00 00 00 1c",
                        3,
                        "size 1 of 3 in its header is 0, where at least 1 is needed; fetch the file again"),
                bad(
                        "negative size",
                        "00 00 08 03 00 00 00 01 80 00 00 00 00 00 00 1c",
                        3,
                        "size 2 of 3 in its header is -2147483648, where at least 1 is needed; fetch the file again"),
                bad(
                        "one lie",
                        "00 00 08 01 7f ff ff ff 05",
                        1,
                        "its header promises 2147483647 elements, more than the 2147483639 that fit; fetch the file again"),
                bad(
                        "overflows to 0",
                        "00 00 08 03 00 01 00 00 00 01 00 00 00 00 00 01",
                        3,
                        "its header promises 65536 x 65536 x 1 elements, more than the 2147483639 that fit;"
                                + " fetch the file again"),
                bad(
                        "overflows 64 bits",
                        "00 00 08 03 7f ff ff ff 7f ff ff ff 7f ff ff ff",
                        3,
                        "its header promises 2147483647 x 2147483647 x 2147483647 elements, more than the 2147483639"
                                + " that fit; fetch the file again"),
                bad(
                        "largest lie that could be true",
                        "00 00 08 01 7f ff ff f7 05",
                        1,
                        "is truncated: its header promises 2147483647 bytes in all, 9 are there; fetch the file again"),
                bad(
                        "truncated",
                        "00 00 08 01 00 00 00 05 01 02",
                        1,
                        "is truncated: its header promises 13 bytes in all, 10 are there; fetch the file again"),
                bad(
                        "trailing bytes",
                        "00 00 08 01 00 00 00 02 01 02 03",
                        1,
                        "does not end where it should: its header promises 10 bytes in all, 11 are there;"
                                + " fetch the file again"));
    }

    private static Arguments bad(String name, String bytes, int dimensions, String message) {
        return arguments(name, HexFormat.ofDelimiter(" ").parseHex(bytes), dimensions, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void badContent(String name, byte[] content, int dimensions, String message) throws IOException {
        var plain = Files.write(folder.resolve("plain"), content);
        var zipped = Files.write(folder.resolve("zipped"), gzip(content));

        assertRefused(plain, dimensions).hasMessage(plain + ": " + message);
        assertRefused(zipped, dimensions).hasMessage(zipped + ": " + message);
    }

    @Test
    void gzipDamaged() throws IOException {
        var stored = gzip(idx(ramp(500), 5, 10, 10));
        var crc = stored.length - 8;
        stored[crc] ^= 1;
        var file = Files.write(folder.resolve("images.gz"), stored);

        assertRefused(file, 3)
                .hasMessageMatching("\\Q" + file + "\\E: its gzip stream is damaged \\(.+\\); fetch the file again");
    }

    @Test
    void gzipCutShort() throws IOException {
        var stored = gzip(idx(ramp(500), 5, 10, 10));
        var file = Files.write(folder.resolve("images.gz"), Arrays.copyOf(stored, stored.length / 2));

        assertRefused(file, 3).hasMessage(file + ": its gzip stream is cut short; fetch the file again");
    }

    @Test
    void absent() {
        var file = folder.resolve("absent");

        assertRefused(file, 3).hasMessage(file + ": there is no such file; check the path");
    }

    @Test
    void folderInsteadOfFile() {
        assertRefused(folder, 3).hasMessage(folder + ": is a folder, not a file; name a file inside it");
    }

    @Test
    void unreadable() throws IOException {
        var file = Files.write(folder.resolve("secret"), idx(ramp(1), 1));
        // The result is of no interest: what counts is whether it can still be read.
        var changed = file.toFile().setReadable(false);
        assumeFalse(Files.isReadable(file), "this user reads everything; permissions changed: " + changed);

        assertRefused(file, 1).hasMessage(file + ": cannot be read (permission denied); check it and its permissions");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readingFails() {
        // Opens, but the first page of a process's memory is never mapped.
        var file = Path.of("/proc/self/mem");

        assertRefused(file, 1)
                .hasMessageMatching("/proc/self/mem: cannot be read \\(.+\\); check it and its permissions");
    }

    @Test
    void fileAsFolder() throws IOException {
        var file = Files.write(folder.resolve("file"), ramp(1)).resolve("inside");

        assertRefused(file, 1).hasMessageStartingWith(file + ": ");
    }

    @Test
    void largerThanMemoryAllows() throws IOException {
        var content = idx(ramp(500), 500);
        var plain = Files.write(folder.resolve("plain"), content);
        var zipped = Files.write(folder.resolve("zipped"), gzip(content));

        for (var file : new Path[] {plain, zipped}) {
            IdxFile.read(file, 1, content.length);
            assertThatThrownBy(() -> IdxFile.read(file, 1, content.length - 1))
                    .isInstanceOf(InputException.class)
                    .hasMessage(file + ": holds more than 507 bytes uncompressed, the most that fits;"
                            + " give Java more memory (-Xmx)");
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path file, int dimensions) {
        return assertThatThrownBy(() -> IdxFile.read(file, dimensions)).isInstanceOf(InputException.class);
    }
}
