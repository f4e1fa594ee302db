package org.basinlab.entropy;

/**
 * How much a joint law optimizes, in bits (P5, P6). P is the law; P' has its marginals of A and of B, independent; both
 * take the same steps. S is entropy, of discrete laws Shannon's, of continuous ones the differential entropy.
 *
 * <pre>
 *   strength          = S[P' next] - S[P next]                                (P5)
 *   adjusted strength = (S[P' next] - S[P next]) - (S[P'] - S[P])             (P6)
 *   I(A; B)           = S[P'] - S[P],  so  adjusted = strength - I(A; B)
 * </pre>
 *
 * <p>With {@code S[next] = S + noise - loss}, noise = H(next | state) what chance adds and loss = H(state | next) what
 * the map forgets, {@code adjusted = (loss of P - loss of P') + (noise of P' - noise of P)}. For a deterministic map
 * the noise is 0: the adjusted strength is how many bits more the map forgets because the parts are correlated. A
 * reversible map forgets nothing, so its adjusted strength is 0 whatever the law, and its strength is I(A; B).
 *
 * @param start             S[P]
 * @param next              S[P next]
 * @param decorrelated      S[P']
 * @param decorrelatedNext  S[P' next]
 * @param strength          see above
 * @param adjustedStrength  see above
 * @param mutualInformation I(A; B) under P
 */
public record Bits(
        double start,
        double next,
        double decorrelated,
        double decorrelatedNext,
        double strength,
        double adjustedStrength,
        double mutualInformation) {
    /** From the four entropies. */
    public static Bits of(double start, double next, double decorrelated, double decorrelatedNext) {
        var strength = decorrelatedNext - next;
        var information = decorrelated - start;
        return new Bits(start, next, decorrelated, decorrelatedNext, strength, strength - information, information);
    }
}
