package org.basinlab.registration;

/**
 * Two frames of one anatomy I and what disturbs them: {@code F(p) = I(p)} and {@code M(p) = I(p - d)}, before the
 * disturbance. The shift t is right if M(p + t) shows what F(p) shows: t = d.
 *
 * @param anatomy     I
 * @param dx          of the true shift d, pixels
 * @param dy          of the true shift d, pixels
 * @param disturbance of both frames
 */
record Scene(Picture anatomy, double dx, double dy, Disturbance disturbance) {
    /** The fixed frame at its pixels. */
    Jets fixed(int order) {
        var at = Points.FRAME;
        return disturbance.fixed(anatomy.at(at, order), at);
    }

    /** The moving frame at some points. */
    Jets moving(Points at, int order) {
        return disturbance.moving(anatomy.at(at.moved(-dx, -dy), order), at, dx, dy);
    }

    /** The same with the anatomy of the moving frame shifted by something else. */
    Scene shifted(double otherX, double otherY) {
        return new Scene(anatomy, otherX, otherY, disturbance);
    }

    /** The same disturbed otherwise. */
    Scene with(Disturbance other) {
        return new Scene(anatomy, dx, dy, other);
    }

    /** How far a shift is from the true one, pixels: the outer objective. */
    double error(double tx, double ty) {
        return Math.hypot(tx - dx, ty - dy);
    }
}
