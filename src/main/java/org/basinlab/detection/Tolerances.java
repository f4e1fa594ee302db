package org.basinlab.detection;

import static org.basinlab.experiment.InputException.require;

/**
 * What {@link Detector} takes for a comparator.
 *
 * @param angle    degrees between a unit's preactivation and a comparator's a - b, as functions on the domain. Direction,
 *     bias and what else the unit reads all turn it: on (-1, 1), a - 1.3 b is 7.4 degrees off and a - b - 0.2 is 13.8, so to
 *     tell such near misses it must be smaller; weights with a relative error of 5% turn it by about as many degrees
 * @param share    of the bending: of a comparator's together with what the layer bends elsewhere. One unit of ten equal
 *     ones in random directions has about a tenth, and may lie right by chance
 * @param minority share of points on the rarer side of a bend; with fewer, a unit is linear on the domain for all that
 *     its weights say, and its angle means nothing
 * @param whole    share of an output's variance that the function of a tree of comparators must have, alone, for the
 *     tree to be the circuit of that output: |a - b|, which bends as max(a, b) does, has 1/4 in common with it, so half is
 *     enough to tell and leaves room for what else is mixed into the output
 * @param carried  comparators of a layer at most that later layers are looked at with, best first: the pairs grow as its
 *     square, and a layer of real comparators of eight inputs has four
 */
public record Tolerances(double angle, double share, double minority, double whole, int carried) {
    public Tolerances {
        require(angle > 0 && angle < 45, "an angle of tolerance must be above 0 and below 45 degrees, got %s", angle);
        require(share > 0 && share < 1, "a share of the bending must be between 0 and 1, got %s", share);
        require(minority > 0 && minority < 0.5, "a minority must be above 0 and below half, got %s", minority);
        require(whole > 0.25 && whole <= 1, "a whole circuit needs more than a quarter of the variance, got %s", whole);
        require(carried >= 1, "at least one comparator must be carried on, got %s", carried);
    }

    /** What stays when the first two are chosen by measurement. */
    static Tolerances of(double angle, double share) {
        return new Tolerances(angle, share, 0.02, 0.5, 16);
    }
}
