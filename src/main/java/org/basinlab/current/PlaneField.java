package org.basinlab.current;

/** What the current of two parameters needs of their landscape: the mean gradient and the gradients' covariance. */
public interface PlaneField {
    /** G(x, y), two numbers. */
    double[] gradient(double x, double y);

    /** S2(x, y), its eigenvalues not negative. */
    Covariance covariance(double x, double y);

    /** dS2/dx. */
    Covariance covarianceByX(double x, double y);

    /** dS2/dy. */
    Covariance covarianceByY(double x, double y);
}
