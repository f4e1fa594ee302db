package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

/** Step counts as they are asked for. */
final class Steps {
    private Steps() {}

    /** They must ascend from 0 or more. */
    static void check(int[] steps) {
        require(steps.length > 0, "--steps must name at least one number of steps");
        for (var i = 0; i < steps.length; i++) {
            require(steps[i] >= 0, "--steps must not be negative, got %s", steps[i]);
            require(i == 0 || steps[i - 1] < steps[i], "--steps must ascend, got %s again or later", steps[i]);
        }
    }
}
