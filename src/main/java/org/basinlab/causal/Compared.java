package org.basinlab.causal;

import java.util.List;

/** A course of worlds W, X and Y side by side, or of W and the two derivatives they tend to, step by step. */
public interface Compared {
    /** What is asked. */
    Question question();

    /** Takes a step. */
    void advance();

    /** The time now. */
    double time();

    /** The state of W now; a copy. */
    double[] state();

    /** Comp of each node m now. */
    List<Comp> comps();
}
