package org.basinlab.knowledge.match;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.Parameters;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.TrainingJob.Watch;

/**
 * The stream that all networks learn from, and over which of its datapoints their signatures are: its last ones.
 *
 * @param world  of the images
 * @param stream all training images in file order, once an epoch; shared by all trainings
 * @param rows   datapoints of the signatures
 * @param blocks the pixels of each
 * @param ink    sum of the inputs in each block at each datapoint of the signatures, [block][datapoint]
 */
record Lesson(World world, DatapointStream stream, int rows, int[][] blocks, double[][] ink) {
    /** Blocks along a side of an image. */
    private static final int GRID = 4;

    static Lesson of(World world, Setting setting, Integer images) {
        var stream = world.stream(world.order(), setting.epochs());
        var rows = images == null ? stream.length() : Math.min(images, stream.length());
        var blocks = blocks(world.train().rows(), world.train().columns());
        var ink = new double[blocks.length][rows];
        for (var t = 0; t < rows; t++) {
            for (var b = 0; b < blocks.length; b++) {
                for (var p : blocks[b]) {
                    ink[b][t] += (world.train().pixel(stream.order()[stream.length() - rows + t], p) + 1) / 256.0;
                }
            }
        }
        return new Lesson(world, stream, rows, blocks, ink);
    }

    /**
     * The pixels of an image in a grid of 4 x 4 blocks, as even as can be. Of a small image some are left out: a block of
     * less than two pixels has no weights that could correlate.
     */
    private static int[][] blocks(int height, int width) {
        return IntStream.range(0, GRID * GRID)
                .mapToObj(b -> IntStream.range(0, height * width)
                        .filter(p -> p / width * GRID / height == b / GRID && p % width * GRID / width == b % GRID)
                        .toArray())
                .filter(pixels -> pixels.length > 1)
                .toArray(int[][]::new);
    }

    TrainingJob job(Parameters start, Setting setting) {
        return new TrainingJob(
                start,
                setting.dtype(),
                setting.learningRate(),
                stream,
                new Watch(false, false, stream.length() - rows, true));
    }

    /** The images of the datapoints that signatures are over. */
    int[] seen() {
        return Arrays.copyOfRange(stream.order(), stream.length() - rows, stream.length());
    }

    LabelledImages test() {
        return world.test();
    }

    Classes classes() {
        return world.classes();
    }
}
