package org.basinlab.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.basinlab.experiment.InputException;

/**
 * A folder of four IDX files under the names MNIST gave them: MNIST itself, Fashion-MNIST, KMNIST, or
 * any other set put there.
 *
 * <p>{@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte},
 * {@code t10k-labels-idx1-ubyte}; each may have a dot before {@code idx}, as some archives do, and each
 * may be gzipped and end in {@code .gz}. Where a file is there in several forms, the plain one counts,
 * then the one with a hyphen.
 */
public final class ImageFolder {
    /** The two halves of a set, read apart. */
    public enum Part {
        /** What is learned from. */
        TRAIN("train"),
        /** What is only ever tested on; {@code t10k} by name, whatever the count. */
        TEST("t10k");

        private final String prefix;

        Part(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final String CURE = "give --data a folder with the four files train-images-idx3-ubyte[.gz],"
            + " train-labels-idx1-ubyte[.gz], t10k-images-idx3-ubyte[.gz], t10k-labels-idx1-ubyte[.gz]";

    private ImageFolder() {}

    /** The training set in a folder; see {@link #read}. */
    public static LabelledImages train(Path folder) {
        return read(folder, Part.TRAIN);
    }

    /** The test set in a folder; see {@link #read}. */
    public static LabelledImages test(Path folder) {
        return read(folder, Part.TEST);
    }

    /**
     * Reads the images and labels of one part. The digests are keyed by the names with a hyphen and
     * without {@code .gz}, whatever the files are called.
     *
     * @throws InputException if the folder or a file of this part is absent, if a file is not a good IDX
     *                        file ({@link IdxFile#read}), or if there are not as many labels as images
     */
    public static LabelledImages read(Path folder, Part part) {
        InputException.require(Files.exists(folder), "%s: there is no such folder; %s", folder, CURE);
        InputException.require(Files.isDirectory(folder), "%s: is a file, not a folder; %s", folder, CURE);
        var imagesName = part.prefix + "-images-idx3-ubyte";
        var labelsName = part.prefix + "-labels-idx1-ubyte";
        // Both are looked for before the large one is read.
        var imagesFile = find(folder, imagesName);
        var labelsFile = find(folder, labelsName);
        var labels = IdxFile.read(labelsFile, 1);
        var images = IdxFile.read(imagesFile, 3);
        var shape = images.shape();
        InputException.require(
                shape[0] == labels.shape()[0],
                "%s: holds %d images, but %s beside it %d labels; take both from the same set",
                imagesFile,
                shape[0],
                labelsFile.getFileName(),
                labels.shape()[0]);
        return new LabelledImages(
                shape[1],
                shape[2],
                images.values(),
                labels.values(),
                Map.of(imagesName, images.sha256(), labelsName, labels.sha256()));
    }

    private static Path find(Path folder, String name) {
        var dotted = name.replace("-idx", ".idx");
        var names = List.of(name, dotted, name + ".gz", dotted + ".gz");
        // A folder may bear the name: some archives unpack each file into a folder called after it.
        return names.stream()
                .map(folder::resolve)
                .filter(file -> Files.exists(file) && !Files.isDirectory(file))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        folder + ": has no file " + name + " (looked for " + String.join(", ", names) + "); " + CURE));
    }
}
