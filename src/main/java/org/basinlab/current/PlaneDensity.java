package org.basinlab.current;

/**
 * A density of two parameters and its current, at the cells' centres.
 *
 * @param density  P
 * @param currentX rho along x, in density times parameter a step
 * @param currentY rho along y
 */
public record PlaneDensity(Rectangle grid, double[] density, double[] currentX, double[] currentY) {
    /** The integral of P. */
    public double mass() {
        var sum = 0.0;
        for (var p : density) {
            sum += p;
        }
        return sum * grid.width() * grid.height();
    }

    /** E x and E y. */
    public double[] mean() {
        var x = 0.0;
        var y = 0.0;
        var sum = 0.0;
        for (var i = 0; i < density.length; i++) {
            x += density[i] * grid.x(i);
            y += density[i] * grid.y(i);
            sum += density[i];
        }
        return new double[] {x / sum, y / sum};
    }

    /** The covariance of x and y. */
    public Covariance covariance() {
        var mean = mean();
        var xx = 0.0;
        var xy = 0.0;
        var yy = 0.0;
        var sum = 0.0;
        for (var i = 0; i < density.length; i++) {
            var x = grid.x(i) - mean[0];
            var y = grid.y(i) - mean[1];
            xx += density[i] * x * x;
            xy += density[i] * x * y;
            yy += density[i] * y * y;
            sum += density[i];
        }
        return new Covariance(xx / sum, xy / sum, yy / sum);
    }

    /** The integral of |rho|, in parameter a step: 0 where P2's rho = 0 holds. */
    public double flow() {
        var sum = 0.0;
        for (var i = 0; i < density.length; i++) {
            sum += Math.hypot(currentX[i], currentY[i]);
        }
        return sum * grid.width() * grid.height();
    }

    /** drho_y/dx - drho_x/dy at a cell not on the edge, by central differences. */
    public double curl(int cell) {
        var right = grid.beside(cell, 1, 0);
        var left = grid.beside(cell, -1, 0);
        var above = grid.beside(cell, 0, 1);
        var below = grid.beside(cell, 0, -1);
        return (currentY[right] - currentY[left]) / (2 * grid.width())
                - (currentX[above] - currentX[below]) / (2 * grid.height());
    }

    /**
     * The mean turning of the current, {@code integral of (x rho_y - y rho_x)} about the mean: twice the rate at which
     * probability sweeps area, in parameter^2 a step.
     */
    public double circulation() {
        var mean = mean();
        var sum = 0.0;
        for (var i = 0; i < density.length; i++) {
            sum += (grid.x(i) - mean[0]) * currentY[i] - (grid.y(i) - mean[1]) * currentX[i];
        }
        return sum * grid.width() * grid.height();
    }
}
