package org.basinlab.data;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.basinlab.experiment.InputException;

/**
 * An IDX file of unsigned bytes, the format in which MNIST and its successors come.
 *
 * <pre>
 *   byte 0, 1      zero
 *   byte 2         type of the elements; 08 is unsigned byte, the only one read here
 *   byte 3         d, the number of dimensions: 1 for labels, 3 for images (count, rows, columns)
 *   4 bytes x d    the sizes, signed, most significant byte first
 *   the elements   last dimension fastest
 * </pre>
 *
 * @param shape  the sizes, each at least 1
 * @param values the elements; not copied
 * @param sha256 of the whole uncompressed file, header included, in hexadecimal
 */
public record IdxFile(int[] shape, byte[] values, String sha256) {
    private static final int MAGIC_BYTES = 4;
    private static final int UNSIGNED_BYTE = 0x08;
    private static final Map<Integer, String> ELEMENT_TYPES = Map.of(
            UNSIGNED_BYTE,
            "unsigned byte",
            0x09,
            "signed byte",
            0x0b,
            "short",
            0x0c,
            "int",
            0x0d,
            "float",
            0x0e,
            "double");

    /** Some JVMs refuse an array of the full 2^31 - 1. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /**
     * Reads a file, gzipped or plain; its first bytes decide which, not its name.
     *
     * @param dimensions how many the file must have
     * @throws InputException for any file that is not exactly such a file; no content makes this throw
     *                        anything else, or take memory beyond a small multiple of the content
     */
    public static IdxFile read(Path file, int dimensions) {
        // The bytes are held twice for a moment: as pieces and joined, then whole and without header.
        return read(file, dimensions, (int)
                Math.min(LONGEST_ARRAY, Runtime.getRuntime().maxMemory() / 3));
    }

    /** As {@link #read(Path, int)}, with another limit on the bytes of the uncompressed file. */
    static IdxFile read(Path file, int dimensions, int limit) {
        var content = StoredContent.read(file, limit);
        InputException.require(content.length > 0, "%s: is empty; fetch the file again", file);
        checkMagic(file, content, dimensions);
        var shape = shape(file, content, dimensions);
        var header = MAGIC_BYTES + Integer.BYTES * dimensions;
        var expected = header + elements(file, shape);
        InputException.require(
                content.length >= expected,
                "%s: is truncated: its header promises %d bytes in all, %d are there; fetch the file again",
                file,
                expected,
                content.length);
        InputException.require(
                content.length == expected,
                "%s: does not end where it should: its header promises %d bytes in all, %d are there;"
                        + " fetch the file again",
                file,
                expected,
                content.length);
        return new IdxFile(shape, Arrays.copyOfRange(content, header, content.length), Sha256.of(content));
    }

    private static void checkMagic(Path file, byte[] content, int dimensions) {
        var found = Arrays.copyOf(content, Math.min(MAGIC_BYTES, content.length));
        var zeros = found[0] == 0 && (found.length < 2 || found[1] == 0);
        InputException.require(
                zeros && (found.length < 3 || ELEMENT_TYPES.containsKey((int) found[2])),
                "%s: is not an IDX file: it begins with %s, where one of %d dimensions has 00 00 08 %02x",
                file,
                HexFormat.ofDelimiter(" ").formatHex(found),
                dimensions,
                dimensions);
        requireHeader(file, content, MAGIC_BYTES);
        InputException.require(
                found[2] == UNSIGNED_BYTE,
                "%s: its elements are of type %02x (%s), not 08 (unsigned byte); convert it",
                file,
                found[2],
                ELEMENT_TYPES.get((int) found[2]));
        InputException.require(
                (found[3] & 0xff) == dimensions,
                "%s: number of dimensions is %d, not %d; images have 3 and labels 1: are two files swapped?",
                file,
                found[3] & 0xff,
                dimensions);
    }

    private static int[] shape(Path file, byte[] content, int dimensions) {
        requireHeader(file, content, MAGIC_BYTES + Integer.BYTES * dimensions);
        var shape = new int[dimensions];
        ByteBuffer.wrap(content).position(MAGIC_BYTES).asIntBuffer().get(shape);
        for (var i = 0; i < dimensions; i++) {
            InputException.require(
                    shape[i] > 0,
                    "%s: size %d of %d in its header is %d, where at least 1 is needed; fetch the file again",
                    file,
                    i + 1,
                    dimensions,
                    shape[i]);
        }
        return shape;
    }

    private static void requireHeader(Path file, byte[] content, int bytes) {
        InputException.require(
                content.length >= bytes,
                "%s: ends inside its header: %d bytes expected, %d found; fetch the file again",
                file,
                bytes,
                content.length);
    }

    private static long elements(Path file, int[] shape) {
        var elements = 1L;
        for (var size : shape) {
            // Below 2^31 before, so the product is below 2^62.
            elements *= size;
            InputException.require(
                    elements <= LONGEST_ARRAY,
                    "%s: its header promises %s elements, more than the %d that fit; fetch the file again",
                    file,
                    IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x ")),
                    LONGEST_ARRAY);
        }
        return elements;
    }
}
