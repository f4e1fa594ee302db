package org.basinlab.network;

/**
 * A unit's output as a function f(z) of its preactivation z. The named ones are
 * {@link StandardActivation}; an implementation of your own runs on every engine that says so.
 *
 * <p>Both methods are pure and may be called from several threads. {@code toString} is its name.
 */
public interface Activation {
    /** f(z). */
    double value(double z);

    /** f'(z); where f has a corner, one of its sides. */
    double derivative(double z);
}
