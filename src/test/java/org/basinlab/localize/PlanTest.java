package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.training.DatapointStream;
import org.junit.jupiter.api.Test;

/** Plan and MeanImage, on images small enough to count by hand. */
class PlanTest {
    private static final byte[] LABELS = {1, 6, 7, 8, 5, 1, 6, 7, 8, 5};

    /** Two images of each class in play and one of another, twice; pixel i is lit in image i alone. */
    private static LabelledImages images() {
        var pixels = new byte[10 * 12];
        for (var i = 0; i < 10; i++) {
            pixels[i * 12 + i] = (byte) 200;
        }
        return new LabelledImages(3, 4, pixels, LABELS, Map.of());
    }

    private static Plan plan(Integer forkLength) {
        var config = LocalizeConfig.p4(1)
                .with(new Schedule(0.1, 5, Balance.CAP, 0.5, forkLength, ForkBalance.NONE))
                .with(1, 7, 1);
        return Plan.of(config, images(), images());
    }

    @Test
    void inkedIsWhatIsLitInAnImageTrainedOn() {
        // Not 4 and 9, whose class is not in play, nor 10 and 11, which are lit nowhere.
        assertThat(plan(null).inked())
                .containsExactly(true, true, true, true, false, true, true, true, true, false, false, false);
        // Forks of one image: without 1 it is image 6, without another class image 5.
        assertThat(plan(1).inked())
                .containsExactly(true, true, true, true, false, true, true, false, false, false, false, false);
    }

    @Test
    void workIsEveryStepAndEveryShuffle() {
        assertThat(plan(null).work()).isEqualTo(4 + 4 * 3 + 7);
        assertThat(plan(2).work()).isEqualTo(4 + 4 * 2 + 7);
    }

    @Test
    void theTallyBeginsAtTheFloorOfItsShare() {
        var p4 = LocalizeConfig.p4(1);
        for (var share : new double[] {0, 0.25, 0.5, 0.9}) {
            var config = p4.with(new Schedule(0.1, 5, Balance.NONE, share, null, ForkBalance.NONE));
            assertThat(Plan.of(config, images(), images()).tallyFrom()).isEqualTo((int) Math.floor(4 * share));
        }
    }

    @Test
    void theTestImagesAreThoseOfAllClassesInPlay() {
        assertThat(plan(null).test().order()).containsExactly(0, 1, 2, 3, 5, 6, 7, 8);
        assertThat(plan(null).test().groups()).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
    }

    @Test
    void meanImageIsOfOneGroup() {
        var pixels = new byte[] {(byte) 255, 0, 64, 63, 1, (byte) 255, 64, 64, 100, 100, 100, 100};
        var images = new LabelledImages(2, 2, pixels, new byte[] {1, 1, 6}, Map.of());
        var stream = new DatapointStream(images, IntStream.range(0, 3).toArray(), new int[] {0, 0, 1});
        var mean = MeanImage.of(stream, 0);
        assertThat(mean).containsExactly(new double[] {128, 127.5, 64, 63.5}, within(1e-12));
        assertThat(MeanImage.of(stream, 1)).containsExactly(new double[] {100, 100, 100, 100}, within(1e-12));
        assertThat(MeanImage.shape(stream, 0)).as("at least 64").containsExactly(true, true, true, false);
    }
}
