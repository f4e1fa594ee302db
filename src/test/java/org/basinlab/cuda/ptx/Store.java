package org.basinlab.cuda.ptx;

/** {@code st}, of one number or of a vector. */
final class Store extends Access {
    private final Element[] elements;

    Store(Space space, Place place, int bytes, int number, Element[] elements) {
        super(space, place, bytes, number, Mode.WRITE);
        this.elements = elements;
    }

    @Override
    void move(Warp warp, int mask) {
        for (var element : elements) {
            element.store(warp, mask);
        }
    }
}
