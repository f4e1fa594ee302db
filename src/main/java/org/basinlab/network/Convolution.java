package org.basinlab.network;

import static org.basinlab.experiment.InputException.require;

/**
 * A convolutional layer without padding: out_(f,y,x) = f(sum_(c,i,j) W_(f,c,i,j) in_(c, y s + i, x s + j) + b_f),
 * s the stride. Numbers stand channel by channel, row by row.
 *
 * @param rows       of each channel that comes in
 * @param columns    of each channel that comes in
 * @param channels   that come in
 * @param filters    channels that go out
 * @param size       rows and columns of a filter
 * @param stride     s
 * @param activation f
 */
public record Convolution(int rows, int columns, int channels, int filters, int size, int stride, Activation activation)
        implements Layer {
    public Convolution {
        require(filters >= 1 && size >= 1 && stride >= 1, "a convolution needs filters, a size and a stride");
        require(
                size <= rows && size <= columns,
                "a %s x %s filter does not fit on %s x %s numbers: give smaller or fewer --convolutions",
                size,
                size,
                rows,
                columns);
    }

    /** Rows of each channel that goes out. */
    public int outputRows() {
        return (rows - size) / stride + 1;
    }

    /** Columns of each channel that goes out. */
    public int outputColumns() {
        return (columns - size) / stride + 1;
    }

    @Override
    public int inputs() {
        return channels * rows * columns;
    }

    @Override
    public int outputs() {
        return filters * outputRows() * outputColumns();
    }

    @Override
    public int units() {
        return filters;
    }

    @Override
    public int fanIn() {
        return channels * size * size;
    }

    @Override
    public int fanOut() {
        return filters * size * size;
    }
}
