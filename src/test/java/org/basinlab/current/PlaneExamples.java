package org.basinlab.current;

import java.util.function.BiFunction;

/** Two parameters about a minimum. */
final class PlaneExamples {
    private static final Covariance ZERO = new Covariance(0, 0, 0);

    private PlaneExamples() {}

    /** G = H w, S2 constant. */
    static PlaneField linear(Covariance hessian, Covariance s) {
        return field(hessian, (x, y) -> s, null, null);
    }

    /** G = H w; derivatives that are null are 0. */
    static PlaneField field(
            Covariance hessian,
            BiFunction<Double, Double, Covariance> s,
            BiFunction<Double, Double, Covariance> byX,
            BiFunction<Double, Double, Covariance> byY) {
        return new PlaneField() {
            @Override
            public double[] gradient(double x, double y) {
                return new double[] {hessian.xx() * x + hessian.xy() * y, hessian.xy() * x + hessian.yy() * y};
            }

            @Override
            public Covariance covariance(double x, double y) {
                return s.apply(x, y);
            }

            @Override
            public Covariance covarianceByX(double x, double y) {
                return byX == null ? ZERO : byX.apply(x, y);
            }

            @Override
            public Covariance covarianceByY(double x, double y) {
                return byY == null ? ZERO : byY.apply(x, y);
            }
        };
    }
}
