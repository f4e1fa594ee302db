package org.basinlab.trajectories.cuda;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with gaps, {@code $name}, for what it is given. */
final class Gaps {
    private static final Pattern GAP = Pattern.compile("\\$(\\w+)");

    private Gaps() {}

    /**
     * The text with its gaps filled.
     *
     * @param fillings names and what stands for them, in turn
     */
    static String filled(String text, Object... fillings) {
        return GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(String.valueOf(filling(gap.group(1), fillings))));
    }

    private static Object filling(String name, Object... fillings) {
        for (var k = 0; k < fillings.length; k += 2) {
            if (name.equals(fillings[k])) {
                return fillings[k + 1];
            }
        }
        throw new IllegalArgumentException("nothing for the gap $" + name);
    }
}
