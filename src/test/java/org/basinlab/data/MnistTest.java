package org.basinlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that the repository ships. */
class MnistTest {
    private static final Path FOLDER = Path.of("data/mnist");

    @Test
    void trainingSet() {
        var train = ImageFolder.train(FOLDER);

        assertThat(train.count()).isEqualTo(60_000);
        assertThat(train.rows()).isEqualTo(28);
        assertThat(train.columns()).isEqualTo(28);
        assertThat(IntStream.range(0, 10).map(train::label)).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(counts(train)).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        // The first five has its first ink in row 5, column 12, and background is 0 in every corner.
        assertThat(IntStream.range(0, 784).filter(p -> train.pixel(0, p) > 0).findFirst())
                .hasValue(5 * 28 + 12);
        assertThat(train.pixel(0, 5 * 28 + 12)).isEqualTo(3);
        assertThat(IntStream.range(0, train.count()).map(i -> train.pixel(i, 0)).max())
                .hasValue(0);
        assertThat(MnistDigests.isMnist(train.digests())).isTrue();
    }

    @Test
    void testSet() {
        var test = ImageFolder.test(FOLDER);

        assertThat(test.count()).isEqualTo(10_000);
        assertThat(test.pixelsPerImage()).isEqualTo(784);
        assertThat(IntStream.range(0, 10).map(test::label)).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
        assertThat(counts(test)).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        assertThat(MnistDigests.isMnist(test.digests())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte, 6bbc9ace898e44ae57da46a324031adb",
        "train-labels-idx1-ubyte, a25bea736e30d166cdddb491f175f624",
        "t10k-images-idx3-ubyte, 2646ac647ad5339dbf082846283269ea",
        "t10k-labels-idx1-ubyte, 27ae3e4e09519cfbb04c329615203637",
    })
    void plainContentIsThePublishedOne(String name, String md5) throws Exception {
        var content = StoredContent.read(FOLDER.resolve(name + ".gz"), 1 << 26);

        assertThat(hex("MD5", content)).isEqualTo(md5);
        assertThat(hex("SHA-256", content)).isEqualTo(MnistDigests.SHA_256.get(name));
    }

    @Test
    void sumsAreThoseOfTheFiles() throws Exception {
        var sums = Files.readAllLines(FOLDER.resolve("SHA256SUMS")).stream()
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(line -> line[1], line -> line[0]));

        assertThat(sums.keySet())
                .containsExactlyInAnyOrderElementsOf(MnistDigests.SHA_256.keySet().stream()
                        .map(name -> name + ".gz")
                        .toList());
        for (var name : sums.keySet()) {
            assertThat(hex("SHA-256", Files.readAllBytes(FOLDER.resolve(name))))
                    .as(name)
                    .isEqualTo(sums.get(name));
        }
    }

    @Test
    void mnistIsKnownByEveryDigestGiven() {
        var other = new HashMap<>(MnistDigests.SHA_256);
        other.put("t10k-labels-idx1-ubyte", "0".repeat(64));

        assertThat(MnistDigests.isMnist(MnistDigests.SHA_256)).isTrue();
        assertThat(MnistDigests.isMnist(other)).isFalse();
        assertThat(MnistDigests.isMnist(Map.of())).isFalse();
        assertThat(MnistDigests.isMnist(Map.of("more-idx3-ubyte", MnistDigests.SHA_256.get("train-images-idx3-ubyte"))))
                .isFalse();
    }

    private static int[] counts(LabelledImages images) {
        var counts = new int[10];
        IntStream.range(0, images.count()).forEach(i -> counts[images.label(i)]++);
        return counts;
    }

    private static String hex(String algorithm, byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    }
}
