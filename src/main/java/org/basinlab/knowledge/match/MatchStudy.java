package org.basinlab.knowledge.match;

import static org.basinlab.experiment.InputException.require;

import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.knowledge.setting.Found;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.training.OnlineTrainer;

/**
 * P3's third hypothesis: that the subsets of parameters of two models that hold the same knowledge are those whose sizes of
 * update go together, datapoint by datapoint. The signature of hidden unit j is {@code s_j(t) = |db_j(t)|} over the last
 * datapoints t of a stream that both networks learn from; units whose signatures correlate most are matched one to one, and
 * judged by what each is good for and what it answers to, on images that neither has learned from.
 */
public final class MatchStudy {
    /** An array of more is refused by some virtual machines. */
    private static final long LONGEST = Integer.MAX_VALUE - 8;

    /** Bytes of a pair of units in a graph to be matched. */
    private static final long EDGE = 200;

    private MatchStudy() {}

    /**
     * Makes sure, before anything is trained, that it can be run as far as can be told.
     *
     * @throws org.basinlab.experiment.InputException if it cannot
     */
    public static void requireRunnable(MatchConfig config, Setting setting, World world) {
        requireMatchable(config, setting, world, Lesson.of(world, setting, config.images()));
    }

    /**
     * All of it.
     *
     * @param threads replicas side by side; the numbers do not depend on it
     * @throws org.basinlab.experiment.InputException if there are too many units or datapoints to be matched
     */
    public static Found<MatchResult> run(
            MatchConfig config, Setting setting, World world, OnlineTrainer trainer, int threads, Progress progress) {
        var lesson = Lesson.of(world, setting, config.images());
        var side = requireMatchable(config, setting, world, lesson);
        progress.begin(
                "matching",
                (long) Replica.TRAININGS * setting.replicas() * lesson.stream().length());
        progress.note("units of two networks");
        var replicas = Threads.all(
                Math.min(threads, side),
                IntStream.range(0, setting.replicas())
                        .mapToObj(r ->
                                (Callable<Replica>) () -> Replica.of(r, config, setting, lesson, trainer, progress))
                        .toList());
        var result = new Summary(replicas).result(config, setting, lesson);
        return new Found<>(
                result,
                MatchNumbers.headline(result),
                MatchNumbers.of(result),
                MatchFigures.of(result, replicas, lesson),
                MatchTables.of(replicas));
    }

    /** How many replicas can run side by side. */
    private static int requireMatchable(MatchConfig config, Setting setting, World world, Lesson lesson) {
        require(
                setting.hidden() >= 2 && setting.hidden() <= MatchConfig.MOST_MATCHED,
                "--hidden must be from 2 to %s where units are matched one to one, got %s",
                MatchConfig.MOST_MATCHED,
                setting.hidden());
        var width = Stream.of(
                        setting.hidden(),
                        config.hidden(),
                        config.smallHidden(),
                        config.largeHidden(),
                        world.train().pixelsPerImage())
                .mapToLong(Integer::longValue)
                .max()
                .orElseThrow();
        require(
                lesson.rows() * width <= LONGEST,
                "the update sizes of %s datapoints by %s units or pixels are too many to keep: give fewer --match-images",
                lesson.rows(),
                width);
        return side(lesson, config, setting);
    }

    /** How many replicas fit into half of the memory at a time. */
    private static int side(Lesson lesson, MatchConfig config, Setting setting) {
        var bytes = bytes(lesson, config, setting);
        var room = Runtime.getRuntime().maxMemory() / 2;
        require(
                bytes <= room,
                "match needs %s MB of memory and may take %s: give fewer --match-images, a smaller --large-hidden or"
                        + " --hidden, or a larger heap, BASIN_JAVA_OPTS=-Xmx...",
                bytes >> 20,
                room >> 20);
        return (int) Math.min(Integer.MAX_VALUE, room / bytes);
    }

    /**
     * What a replica takes at its height: either the five networks that are matched one to one or the small and the large
     * one, each with what it keeps, and while one is looked at what that takes besides; and a graph of all pairs of units.
     */
    private static long bytes(Lesson lesson, MatchConfig config, Setting setting) {
        var matched = Math.max(setting.hidden(), config.hidden());
        var kept = Math.max(
                4 * kept(lesson, setting.hidden()) + kept(lesson, config.hidden()),
                kept(lesson, config.smallHidden()) + kept(lesson, config.largeHidden()));
        var widest = Math.max(matched, Math.max(config.smallHidden(), config.largeHidden()));
        var pixels = (long) lesson.world().train().pixelsPerImage();
        // Three trainings give their update sizes together, of inputs and both layers.
        var steps = 3 * Float.BYTES * lesson.rows() * (pixels + 2L * widest);
        var looking =
                2L * Double.BYTES * widest * (lesson.rows() + lesson.test().count());
        var parameters = 10L * Double.BYTES * pixels * widest;
        return kept + steps + looking + parameters + EDGE * matched * matched;
    }

    /** Steps and three signatures over the datapoints, one over test images. */
    private static long kept(Lesson lesson, long units) {
        return Float.BYTES * units * (4L * lesson.rows() + lesson.test().count());
    }
}
