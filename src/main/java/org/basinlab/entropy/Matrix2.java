package org.basinlab.entropy;

/** A matrix of two rows and two columns: (a b; c d). */
record Matrix2(double a, double b, double c, double d) {
    static final Matrix2 IDENTITY = new Matrix2(1, 0, 0, 1);

    Matrix2 times(Matrix2 o) {
        return new Matrix2(a * o.a + b * o.c, a * o.b + b * o.d, c * o.a + d * o.c, c * o.b + d * o.d);
    }

    Matrix2 power(int n) {
        var power = IDENTITY;
        for (var i = 0; i < n; i++) {
            power = times(power);
        }
        return power;
    }

    Matrix2 transposed() {
        return new Matrix2(a, c, b, d);
    }

    double determinant() {
        return a * d - b * c;
    }

    double trace() {
        return a + d;
    }

    /** The same without what lies off the diagonal. */
    Matrix2 diagonal() {
        return new Matrix2(a, 0, 0, d);
    }
}
