package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PixelRegionsTest {
    /** -: below 0; x: below 0, surely; +: above; .: below 0, never inked; ?: inked, without a correlation. */
    private static int regions(int least, boolean sure, String... rows) {
        var text = String.join("", rows);
        var map = text.chars()
                .mapToDouble(c -> c == '+' ? 0.2 : c == '?' ? Double.NaN : -0.2)
                .toArray();
        var p = text.chars()
                .mapToDouble(c -> c == 'x' ? 0.05 : c == '.' || c == '?' ? Double.NaN : 0.06)
                .toArray();
        return PixelRegions.negative(MadeUpReplica.pixels(map, p), rows[0].length(), least, sure);
    }

    @Test
    void pixelsTouchAlongEdgesNotCornersNorAcrossTheSides() {
        assertThat(regions(1, false, "-+-", "+-+", "-+-")).isEqualTo(5);
        assertThat(regions(1, false, "++-", "-++", "+++"))
                .as("next to each other in the array")
                .isEqualTo(2);
        assertThat(regions(1, false, "-+-", "-++"))
                .as("the same, come upon from the left side")
                .isEqualTo(2);
        assertThat(regions(1, false, "---", "+++", "---")).isEqualTo(2);
        assertThat(regions(1, false, "---", "-+-", "---")).isEqualTo(1);
    }

    @Test
    void smallRegionsDoNotCount() {
        assertThat(regions(3, false, "--+", "+++", "---")).isEqualTo(1);
        assertThat(regions(4, false, "--+", "+++", "---")).isZero();
    }

    @Test
    void oneSurePixelMakesItsRegionSure() {
        assertThat(regions(2, true, "--+", "+++", "-x-")).isEqualTo(1);
        assertThat(regions(2, false, "--+", "+++", "-x-")).isEqualTo(2);
        assertThat(regions(2, true, "+x+", "+++", "---"))
                .as("a sure one elsewhere")
                .isZero();
    }

    @Test
    void pixelsNeverInkedOrWithoutACorrelationPartRegions() {
        assertThat(regions(2, false, "--.--")).isEqualTo(2);
        assertThat(regions(2, false, "--?--")).isEqualTo(2);
        assertThat(regions(1, false, ".....")).isZero();
    }

    @Test
    void aWholeMapOf28By28IsOneRegion() {
        var rows = new String[28];
        Arrays.fill(rows, "-".repeat(28));
        assertThat(regions(784, false, rows)).isEqualTo(1);
    }
}
