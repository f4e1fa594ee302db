package org.basinlab.training.chunked;

/** The first layer's weights of one network, and what is added up of their updates. */
interface FirstLayer {
    /**
     * W x_t for every datapoint of a chunk, W as it is before the chunk.
     *
     * @param z a row a datapoint; overwritten
     */
    void preactivations(int chunk, Rows z);

    /**
     * W += sum over t of moves_t x_t.
     *
     * @param moves a row a datapoint and one more; the change of the biases by each, 0 from the datapoint on that is
     *              not taken; the last row is overwritten
     */
    void update(int chunk, Rows moves);

    /**
     * Adds |moves_t| x_t, datapoint t, to the tally of its group.
     *
     * @param half  0 for the early tallies, 1 for the late
     * @param sizes |moves|; 0 for what is not to be tallied in this half
     */
    void tally(int chunk, Rows sizes, int half);

    /** The weights, unit by unit, into an array of zeros from an index on (modified). */
    void weights(double[] into, int at);

    /** The tally of a group in a half, unit by unit, likewise. */
    void tally(int half, int group, double[] into, int at);
}
