package org.basinlab.registration;

import static org.basinlab.experiment.InputException.require;

import java.util.List;

/**
 * How much of {@link RegistrationStudy} is run.
 *
 * @param pairs     pairs of images of each source, for each nuisance and strength; an even number, at least 4
 * @param strengths at which every nuisance is tried, ascending from 0 to at most 1
 * @param strength  of the nuisances where one strength must do: the search, the field, the learning, Op
 * @param warps     steps of the search for a displacement field
 * @param stiffness what a field pays for bending, each tried; at least 0
 */
public record RegistrationConfig(
        int pairs, List<Double> strengths, double strength, int warps, List<Double> stiffness) {
    /** The study. */
    public static final RegistrationConfig DEFAULT =
            new RegistrationConfig(12, List.of(0.0, 0.25, 0.5, 0.75, 1.0), 0.5, 100, List.of(0.0, 0.01, 0.1));

    /** Five are trained and tested on for each, and a lattice of each takes 100 KB. */
    private static final int MOST_PAIRS = 1000;

    private static final int MOST_STIFFNESS = 20;

    /** Times pairs and stiffnesses: some 100 bytes are kept of each. */
    private static final int MOST_WARPS = 1_000_000;

    public RegistrationConfig {
        strengths = List.copyOf(strengths);
        stiffness = List.copyOf(stiffness);
        require(
                pairs >= 4 && pairs % 2 == 0 && pairs <= MOST_PAIRS,
                "--pairs must be an even number from 4 to 1000, got %s",
                pairs);
        require(
                strengths.size() >= 2
                        && strengths.get(0).equals(0.0)
                        && ascending(strengths)
                        && strengths.get(strengths.size() - 1) <= 1,
                "--strengths must begin with 0 and ascend to at most 1, got %s",
                strengths);
        require(strength > 0 && strength <= 1, "--strength must be above 0 and at most 1, got %s", strength);
        require(
                !stiffness.isEmpty()
                        && stiffness.size() <= MOST_STIFFNESS
                        && stiffness.stream().allMatch(s -> s >= 0 && s < Double.POSITIVE_INFINITY)
                        && ascending(stiffness),
                "--stiffness must be ascending numbers from 0 on, at most 20, got %s",
                stiffness);
        var most = MOST_WARPS / (pairs * stiffness.size());
        require(
                warps >= 1 && warps <= most,
                "--warps must be from 1 to %s with so many --pairs and --stiffness, got %s",
                most,
                warps);
    }

    private static boolean ascending(List<Double> numbers) {
        for (var i = 1; i < numbers.size(); i++) {
            if (!(numbers.get(i) > numbers.get(i - 1))) {
                return false;
            }
        }
        return true;
    }
}
