package org.basinlab.cuda;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * NVIDIA's number for what a GPU can execute, such as 8.6.
 *
 * @param major the architecture's generation
 * @param minor the variant within it
 */
public record ComputeCapability(int major, int minor) implements Comparable<ComputeCapability> {
    private static final Comparator<ComputeCapability> ORDER =
            Comparator.comparingInt(ComputeCapability::major).thenComparingInt(ComputeCapability::minor);
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d)");

    /** The integrated GPUs of NVIDIA's Tegra chips (Jetson). */
    private static final Set<ComputeCapability> TEGRA = Set.of(of("3.2"), of("5.3"), of("6.2"), of("7.2"), of("8.7"));

    public ComputeCapability {
        if (major < 1 || minor < 0 || minor > 9) {
            throw new IllegalArgumentException("no compute capability: " + major + "." + minor);
        }
    }

    /**
     * The capability that {@code text} writes as {@code major.minor}.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static ComputeCapability of(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a compute capability (major.minor, such as 8.6): " + text);
        }
        return new ComputeCapability(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /**
     * Whether a GPU of this capability executes machine code built for {@code built}: code runs on
     * the same major number from its own minor number upward. NVIDIA promises this for cards only,
     * not between them and Tegra chips, which execute nothing but what was built for them.
     */
    public boolean executes(ComputeCapability built) {
        if (TEGRA.contains(this) || TEGRA.contains(built)) {
            return equals(built);
        }
        return major == built.major && minor >= built.minor;
    }

    /** Whether this is {@code other} or newer. */
    public boolean isAtLeast(ComputeCapability other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(ComputeCapability other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
