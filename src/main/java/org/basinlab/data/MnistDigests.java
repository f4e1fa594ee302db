package org.basinlab.data;

import java.util.Map;

/**
 * MNIST known by its bytes. What was published about MNIST can be held against a run only if the run
 * had MNIST, and Fashion-MNIST comes under the same file names.
 */
public final class MnistDigests {
    /** SHA-256 of the four uncompressed files, by file name without {@code .gz}. */
    public static final Map<String, String> SHA_256 = Map.of(
            "train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            "train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            "t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            "t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private MnistDigests() {}

    /**
     * Whether there is at least one file and every one is MNIST's file of that name. A part of the set
     * is enough: a run that reads only the training files has MNIST.
     *
     * @param digests SHA-256 in lower-case hexadecimal by file name, as {@link LabelledImages#digests}
     */
    public static boolean isMnist(Map<String, String> digests) {
        return !digests.isEmpty() && SHA_256.entrySet().containsAll(digests.entrySet());
    }
}
