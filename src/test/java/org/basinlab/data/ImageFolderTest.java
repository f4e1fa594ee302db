package org.basinlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.basinlab.data.IdxBytes.gzip;
import static org.basinlab.data.IdxBytes.idx;
import static org.basinlab.data.IdxBytes.ramp;
import static org.basinlab.data.IdxBytes.writeSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {
    private static final String CURE = "give --data a folder with the four files train-images-idx3-ubyte[.gz],"
            + " train-labels-idx1-ubyte[.gz], t10k-images-idx3-ubyte[.gz], t10k-labels-idx1-ubyte[.gz]";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        writeSet(folder);
    }

    @Test
    void eachPartHasItsFiles() {
        var train = ImageFolder.train(folder);
        var test = ImageFolder.test(folder);

        assertThat(train.count()).isEqualTo(300);
        assertThat(train.rows()).isEqualTo(2);
        assertThat(train.columns()).isEqualTo(3);
        assertThat(train.pixels()).isEqualTo(ramp(1800));
        assertThat(train.label(299)).isEqualTo(3);
        assertThat(train.digests()).containsOnlyKeys("train-images-idx3-ubyte", "train-labels-idx1-ubyte");
        assertThat(test.labels()).containsExactly(3, 4, 5, 6);
        assertThat(test.digests()).containsOnlyKeys("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
        assertThat(MnistDigests.isMnist(train.digests())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t10k-images.idx3-ubyte", "t10k-images-idx3-ubyte.gz", "t10k-images.idx3-ubyte.gz"})
    void otherNames(String name) throws IOException {
        var expected = ImageFolder.test(folder);
        var plain = folder.resolve("t10k-images-idx3-ubyte");
        var content = Files.readAllBytes(plain);
        Files.delete(plain);
        Files.write(folder.resolve(name), name.endsWith(".gz") ? gzip(content) : content);

        var test = ImageFolder.test(folder);

        assertThat(test.pixels()).isEqualTo(ramp(24));
        assertThat(test.digests()).isEqualTo(expected.digests());
    }

    @Test
    void plainComesBeforeGzipped() throws IOException {
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), gzip(idx(new byte[4], 4)));
        assertThat(ImageFolder.test(folder).labels()).containsExactly(3, 4, 5, 6);

        var plain = folder.resolve("t10k-labels-idx1-ubyte");
        Files.move(plain, folder.resolve("t10k-labels.idx1-ubyte"));
        assertThat(ImageFolder.test(folder).labels()).containsExactly(3, 4, 5, 6);

        // A folder of that name is no file of that name.
        Files.createDirectory(plain);
        assertThat(ImageFolder.test(folder).labels()).containsExactly(3, 4, 5, 6);
    }

    @Test
    void unequalCounts() throws IOException {
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), idx(new byte[5], 5));

        assertThatThrownBy(() -> ImageFolder.test(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        folder.resolve("t10k-images-idx3-ubyte")
                                + ": holds 4 images, but t10k-labels-idx1-ubyte beside it 5 labels; take both from the same set");
    }

    @Test
    void imagesAndLabelsSwapped() throws IOException {
        var images = folder.resolve("t10k-images-idx3-ubyte");
        Files.copy(folder.resolve("t10k-labels-idx1-ubyte"), folder.resolve("t10k-images.idx3-ubyte"));
        Files.delete(images);

        assertThatThrownBy(() -> ImageFolder.test(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("t10k-images.idx3-ubyte")
                        + ": number of dimensions is 1, not 3; images have 3 and labels 1: are two files swapped?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"})
    void missingFile(String name) throws IOException {
        Files.delete(folder.resolve(name));
        var dotted = name.replace("-idx", ".idx");

        assertThat(ImageFolder.train(folder).count()).isEqualTo(300);
        assertThatThrownBy(() -> ImageFolder.test(folder))
                .isInstanceOf(InputException.class)
                .hasMessage("%s: has no file %s (looked for %s, %s, %s.gz, %s.gz); %s"
                        .formatted(folder, name, name, dotted, name, dotted, CURE));
    }

    @Test
    void folderAbsent() {
        var absent = folder.resolve("absent");

        assertThatThrownBy(() -> ImageFolder.train(absent))
                .isInstanceOf(InputException.class)
                .hasMessage(absent + ": there is no such folder; " + CURE);
    }

    @Test
    void fileInsteadOfFolder() {
        var file = folder.resolve("t10k-images-idx3-ubyte");

        assertThatThrownBy(() -> ImageFolder.train(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": is a file, not a folder; " + CURE);
    }
}
