package org.basinlab.trajectories;

/**
 * One step of Lorenz's system by RK4 for a block of trajectories, in units in which it takes the fewest operations:
 * with A = -a / sqrt(beta), B = b / sqrt(beta), C = c and R = rho - C it is
 *
 * <pre>{@code
 * dA/dt = -sigma (A + B)        dB/dt = -(A R + B)        dC/dt = -beta (A B + C)
 * }</pre>
 *
 * and its tangents (p, q, r), along the same units, move by
 *
 * <pre>{@code
 * dp/dt = -sigma (p + q)        dq/dt = -(R p - A r + q)        dr/dt = -beta (B p + A q + r)
 * }</pre>
 *
 * so a stage's slopes take two multiply-adds and two additions for the state and four and one for a tangent, two with p
 * = 0; every factor -sigma, -1, -beta is one with a stage's share of the step, and each slope is added twice, to the
 * start on the way to the next stage, and to the end.
 *
 * <p>Arrays are as long as a multiple of {@link Lanes#ROOM}; past n anything may be written. Every operation rounds
 * once, in the same order everywhere, so that the bits do not depend on who computes.
 *
 * @param <A> an array of numbers
 */
interface LorenzKernels<A> {
    /** The row of rho, which stays. */
    int RHO = 0;

    /** The rows of the state. */
    int A = 1;

    int B = 2;
    int C = 3;

    /** Those of a tangent. */
    int VA = 4;

    int VB = 5;
    int VC = 6;

    /** Those of a second one that has p = 0. */
    int WB = 7;

    int WC = 8;

    /** Moves the state, by factors of {@link LorenzStep}. */
    void state(A[] y, int n, A k);

    /** Moves the state and a tangent. */
    void free(A[] y, int n, A k);

    /** Moves the state and a tangent with p = 0, whose q and r are the rows that elsewhere hold p and q. */
    void driven(A[] y, int n, A k);

    /** Moves the state, a tangent and a second one with p = 0. */
    void both(A[] y, int n, A k);

    /** Moves the state and a tangent that has factors of its own: 0 for what is held. */
    void held(A[] y, int n, A k, A held);
}
