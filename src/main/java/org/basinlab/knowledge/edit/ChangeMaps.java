package org.basinlab.knowledge.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.basinlab.experiment.Figure;

/**
 * Where the first layer's weights changed: for each pixel, the root of the energy of its weights' change, mean over
 * replicas; where the edited pixels differ between replicas but not between images, of the first replica alone.
 */
final class ChangeMaps {
    private final int pixels;
    private final Map<Twin, double[]> sums = new EnumMap<>(Twin.class);

    ChangeMaps(int pixels) {
        this.pixels = pixels;
    }

    /** Adds a replica's. */
    void add(Replica replica) {
        replica.maps().forEach((twin, map) -> {
            if (!sums.containsKey(twin)) {
                sums.put(twin, map.clone());
            } else if (twin != Twin.STROKE_SAME_PLACES && twin != Twin.EYE_SAME_PLACES) {
                var sum = sums.get(twin);
                for (var i = 0; i < pixels; i++) {
                    sum[i] += map[i];
                }
            }
        });
    }

    /** Each map in parts of its brightest pixel. */
    Figure figure(EditResult result, int rows, int columns) {
        var pictures = new ArrayList<double[]>();
        for (var structured : Twin.STRUCTURED) {
            for (var twin : List.of(structured, structured.scattered(), structured.samePlaces())) {
                pictures.add(picture(twin));
            }
            pictures.add(structured == Twin.STROKE ? picture(Twin.ORDER) : null);
        }
        return new Figure.Pictures(
                "edit-weights",
                "Where the first layer's weights changed",
                "For each pixel, how far its weights to the hidden units are from those of the twin that saw no edit"
                        + " (root of the summed squares, mean over replicas; of the same places, the first replica), each picture in"
                        + " parts of its brightest pixel. Were the change not local where the edit is, a painted edit's picture"
                        + " would look like the scattered one's.",
                "Share of the squared change that is in the painted pixels: "
                        + String.join(
                                "; ",
                                result.painted().stream()
                                        .map(p -> String.format(
                                                Locale.ROOT,
                                                "%s, twin %s: %.1f%% (they are %.1f%% of the pixels)",
                                                p.edit(),
                                                p.twin().replace('_', ' '),
                                                100 * p.energy().mean(),
                                                100 * p.pixels()))
                                        .toList())
                        + ".",
                List.of("stroke", "eye"),
                List.of("painted", "scattered", "same places", "other order"),
                rows,
                columns,
                pictures);
    }

    private double[] picture(Twin twin) {
        var sum = sums.get(twin);
        if (sum == null) {
            return null;
        }
        var most = Arrays.stream(sum).max().orElse(0);
        return Arrays.stream(sum).map(v -> most > 0 ? v / most : 0).toArray();
    }
}
