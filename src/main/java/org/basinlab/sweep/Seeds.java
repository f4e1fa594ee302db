package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.basinlab.experiment.InputException;

/**
 * The seeds every point is run with.
 *
 * @param spans in the order they were asked for; no seed is in two of them
 */
public record Seeds(List<Span> spans) {
    private static final Pattern SPAN = Pattern.compile("(-?\\d+)(?:\\.\\.(-?\\d+))?");

    /** Seeds from one to another, both among them. */
    public record Span(long first, long last) {
        public Span {
            require(first <= last, "--seeds %s..%s is empty: give the smaller first", first, last);
            require(
                    last < Long.MAX_VALUE && last - first >= 0 && last - first < SweepPlan.MOST_RUNS,
                    "--seeds %s..%s are more than %s: give fewer",
                    first,
                    last,
                    SweepPlan.MOST_RUNS);
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + ".." + last;
        }
    }

    public Seeds {
        spans = List.copyOf(spans);
        require(!spans.isEmpty(), "--seeds needs a seed, such as 1..50");
        for (var i = 0; i < spans.size(); i++) {
            for (var j = 0; j < i; j++) {
                var twice = Math.max(spans.get(i).first(), spans.get(j).first());
                require(
                        twice > Math.min(spans.get(i).last(), spans.get(j).last()),
                        "--seeds names %s twice: give each seed once",
                        twice);
            }
        }
    }

    /** From one to another, both among them. */
    public static Seeds of(long first, long last) {
        return new Seeds(List.of(new Span(first, last)));
    }

    /**
     * Reads {@code 1..50}, {@code 7}, or several of them with commas between.
     *
     * @throws InputException if it is not that
     */
    public static Seeds parse(String text) {
        var spans = new ArrayList<Span>();
        for (var word : text.split(",", -1)) {
            var spelled = SPAN.matcher(word.strip());
            require(spelled.matches(), "--seeds takes seeds such as 1..50 or 1..50,101..110 or 7, got %s", text);
            try {
                var first = Long.parseLong(spelled.group(1));
                spans.add(new Span(first, spelled.group(2) == null ? first : Long.parseLong(spelled.group(2))));
            } catch (NumberFormatException e) {
                throw new InputException("--seeds " + word.strip() + " is too great: give smaller seeds", e);
            }
        }
        return new Seeds(spans);
    }

    /** How many. */
    public long count() {
        return spans.stream().mapToLong(span -> span.last() - span.first() + 1).sum();
    }

    /** Each of them. */
    public LongStream stream() {
        return spans.stream().flatMapToLong(span -> LongStream.rangeClosed(span.first(), span.last()));
    }

    /** The first of them. */
    public long first() {
        return spans.get(0).first();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(","));
    }
}
