package org.basinlab.cuda.ptx;

/** {@code ld}, of one number or of a vector. */
final class Load extends Access {
    private final Element[] elements;

    Load(Space space, Place place, int bytes, int number, Mode mode, Element[] elements) {
        super(space, place, bytes, number, mode);
        this.elements = elements;
    }

    @Override
    void move(Warp warp, int mask) {
        for (var element : elements) {
            element.load(warp, mask);
        }
    }
}
