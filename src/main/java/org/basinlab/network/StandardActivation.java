package org.basinlab.network;

import java.util.Locale;
import org.apache.commons.math3.special.Erf;

/** The activations with names on the command line. */
public enum StandardActivation implements Activation {
    /** ln(1 + e^z), computed as max(z, 0) + ln(1 + e^-|z|), which neither overflows nor cancels. P4's. */
    SOFTPLUS {
        @Override
        public double value(double z) {
            return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
        }

        @Override
        public double derivative(double z) {
            return logistic(z);
        }
    },
    /** max(z, 0), with derivative 0 at 0. */
    RELU {
        @Override
        public double value(double z) {
            return Math.max(z, 0);
        }

        @Override
        public double derivative(double z) {
            return z > 0 ? 1 : 0;
        }
    },
    /** z for z &gt; 0, 0.01 z otherwise. */
    LEAKYRELU {
        @Override
        public double value(double z) {
            return Math.max(z, 0.01 * z);
        }

        @Override
        public double derivative(double z) {
            return z > 0 ? 1 : 0.01;
        }
    },
    /** z for z &gt; 0, e^z - 1 otherwise. */
    ELU {
        @Override
        public double value(double z) {
            return z > 0 ? z : Math.expm1(z);
        }

        @Override
        public double derivative(double z) {
            return z > 0 ? 1 : Math.exp(z);
        }
    },
    /** z Phi(z), Phi the standard normal distribution function itself, not an approximation of it. */
    GELU {
        @Override
        public double value(double z) {
            return z * normal(z);
        }

        @Override
        public double derivative(double z) {
            return normal(z) + z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        }
    },
    /** z / (1 + e^-z). */
    SWISH {
        @Override
        public double value(double z) {
            return z * logistic(z);
        }

        @Override
        public double derivative(double z) {
            var s = logistic(z);
            return s + z * s * (1 - s);
        }
    },
    /** tanh z. */
    TANH {
        @Override
        public double value(double z) {
            return Math.tanh(z);
        }

        @Override
        public double derivative(double z) {
            return 1 - Math.tanh(z) * Math.tanh(z);
        }
    },
    /** 1 / (1 + e^-z). */
    SIGMOID {
        @Override
        public double value(double z) {
            return logistic(z);
        }

        @Override
        public double derivative(double z) {
            return logistic(z) * logistic(-z);
        }
    },
    /** z. */
    IDENTITY {
        @Override
        public double value(double z) {
            return z;
        }

        @Override
        public double derivative(double z) {
            return 1;
        }
    };

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /** The standard normal distribution function; erfc keeps its digits in the lower tail. */
    private static double normal(double z) {
        return 0.5 * Erf.erfc(-z * Math.sqrt(0.5));
    }

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
