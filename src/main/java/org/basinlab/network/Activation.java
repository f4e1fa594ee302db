package org.basinlab.network;

import java.util.Locale;

/** A unit's output as a function f(z) of its preactivation z. */
public enum Activation {
    /** ln(1 + e^z), computed as max(z, 0) + ln(1 + e^-|z|), which neither overflows nor cancels. P4's. */
    SOFTPLUS,
    /** max(z, 0), with derivative 0 at 0. */
    RELU,
    /** z for z &gt; 0, 0.01 z otherwise. */
    LEAKYRELU,
    /** z for z &gt; 0, e^z - 1 otherwise. */
    ELU,
    /** z Phi(z), Phi the standard normal distribution function itself, not an approximation of it. */
    GELU,
    /** z / (1 + e^-z). */
    SWISH,
    /** tanh z. */
    TANH,
    /** 1 / (1 + e^-z). */
    SIGMOID,
    /** z. */
    IDENTITY;

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
