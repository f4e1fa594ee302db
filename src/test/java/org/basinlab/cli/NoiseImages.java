package org.basinlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.basinlab.data.IdxBytes;

/** Folders of images of noise, eight by eight, of the classes 1, 7, 6 and 8: for what is not about the experiment. */
final class NoiseImages {
    private NoiseImages() {}

    static void write(Path folder, int train, int test) throws IOException {
        write(folder, train, test, 1);
    }

    /** Mostly background, as images of digits are: what the chunked engine multiplies without ND4J. */
    static void writeSparse(Path folder, int train, int test) throws IOException {
        write(folder, train, test, 5);
    }

    private static void write(Path folder, int train, int test, int oneIn) throws IOException {
        Files.createDirectory(folder);
        write(folder, "train", train, oneIn);
        write(folder, "t10k", test, oneIn);
    }

    private static void write(Path folder, String set, int count, int oneIn) throws IOException {
        var random = new Random(count);
        var labels = new byte[count];
        for (var i = 0; i < count; i++) {
            labels[i] = new byte[] {1, 7, 6, 8}[random.nextInt(4)];
        }
        var pixels = new byte[count * 64];
        random.nextBytes(pixels);
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = i % oneIn == 0 ? pixels[i] : 0;
        }
        Files.write(folder.resolve(set + "-images-idx3-ubyte"), IdxBytes.idx(pixels, count, 8, 8));
        Files.write(folder.resolve(set + "-labels-idx1-ubyte"), IdxBytes.idx(labels, count));
    }
}
