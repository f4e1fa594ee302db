package org.basinlab.atlas;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The choices behind one run of P4 that the atlas varies, each an option of {@code basin localize}.
 *
 * <p>Some are P4's silence (learning rate, loss, balance), some a doubt about what it says (12 000 or 1200 images, the
 * tallies' window), some a check of it: softplus, He initialization of weights and biases and forks over the rest of
 * the training set are stated, so that other levels contradict the post.
 */
public enum Choice {
    /** Of the hidden layer. */
    ACTIVATION(
            "activation",
            Part.COMPARED,
            "softplus",
            List.of("softplus"),
            "softplus",
            "relu",
            "leakyrelu",
            "elu",
            "gelu",
            "swish",
            "tanh",
            "sigmoid"),
    /** About half a decade apart. */
    LEARNING_RATE(
            "learning_rate", Part.DRAWN, "0.001", List.of(), "0.0001", "0.0003", "0.001", "0.003", "0.01", "0.03"),
    /** Both numbers stand in the text. */
    PHASE1_IMAGES("phase1_images", Part.DRAWN, "12000", List.of(), "1200", "12000"),
    /** Of the output layer. */
    OUTPUT_ACTIVATION("output_activation", Part.DRAWN, "same", List.of(), "same", "identity", "sigmoid"),
    /** Of a datapoint. */
    LOSS("loss", Part.DRAWN, "mse", List.of(), "mse", "cross-entropy"),
    /** Of the weights; He's is normal or uniform. */
    INIT("init", Part.DRAWN, "he", List.of("he", "he-uniform"), "he", "he-uniform", "glorot", "lecun"),
    /** Of the biases. */
    BIAS_INIT("bias_init", Part.DRAWN, "he", List.of("he"), "he", "zero"),
    /** Of the groups in phase 1. */
    BALANCE("balance", Part.DRAWN, "cap", List.of(), "cap", "none"),
    /** The share of phase 1 before the tallies: the post reports its second half and all of it. */
    TALLY_FROM("tally_from", Part.CROSSED, "0.5", List.of(), "0", "0.5"),
    /** Images of a fork. */
    FORK_LENGTH("fork_length", Part.CROSSED, "all", List.of("all"), "200", "500", "2000", "all"),
    /** The order of a fork's images. */
    FORK_BALANCE("fork_balance", Part.DRAWN, "none", List.of(), "none", "alternate");

    /** How the atlas varies a choice. */
    enum Part {
        /** Every level with every base, so that levels are compared at matched choices. */
        COMPARED,
        /** Every level with every base; costs no further training. */
        CROSSED,
        /** A base has one level of it, drawn. */
        DRAWN
    }

    private final String option;
    private final Part part;
    private final String plain;
    private final List<String> stated;
    private final List<String> levels;

    Choice(String option, Part part, String plain, List<String> stated, String... levels) {
        this.option = option;
        this.part = part;
        this.plain = plain;
        this.stated = stated;
        this.levels = List.of(levels);
    }

    /** The option's name, with underscores. */
    public String option() {
        return option;
    }

    /** For people. */
    String words() {
        return words(option);
    }

    /** An option for people. */
    static String words(String option) {
        return option.replace("phase1", "phase 1").replace('_', ' ');
    }

    Part part() {
        return part;
    }

    /** What the plain reading takes. */
    public String plain() {
        return plain;
    }

    /** All that the atlas tries. */
    public List<String> levels() {
        return levels;
    }

    /** Whether a level contradicts what P4 says. */
    boolean contradicts(String level) {
        return !stated.isEmpty() && !stated.contains(level);
    }

    /** Levels in the order of this list, others after them. */
    Comparator<String> order() {
        return Comparator.<String>comparingInt(level -> Math.floorMod(levels.indexOf(level), Integer.MAX_VALUE))
                .thenComparing(level -> level);
    }

    /** One spelling for one level: {@code 1.0E-4} and {@code 0.00010} are {@code 0.0001}. */
    static String spelled(String level) {
        try {
            return new BigDecimal(level.trim()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return level.trim().toLowerCase(Locale.ROOT);
        }
    }
}
