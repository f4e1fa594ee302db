package org.basinlab.dynamics;

import static org.basinlab.experiment.InputException.require;

/**
 * When A is frozen: over the steps first, ..., last - 1. A's variables are then held at the states first, ..., last; nodes that
 * are computed from state {@code last} belong to the step that begins there and are free.
 *
 * @param first the state at which freezing begins, counted from 0
 * @param last  the state at which it ends
 */
public record Window(long first, long last) {
    /** From the start and for ever. */
    public static final Window ALWAYS = new Window(0, Long.MAX_VALUE);

    public Window {
        require(first >= 0 && first < last, "--frozen-window must hold at least one step and begin at 0 or later");
    }

    /** Whether the step from this state on is frozen. */
    public boolean freezes(long step) {
        return step >= first && step < last;
    }
}
