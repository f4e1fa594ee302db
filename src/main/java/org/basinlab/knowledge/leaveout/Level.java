package org.basinlab.knowledge.leaveout;

/** What parameters are taken one by one, and over what they are added up. */
enum Level {
    /** Each weight of the hidden layer. */
    HIDDEN_WEIGHTS("hidden weights"),
    /** Each bias of the hidden layer. */
    HIDDEN_BIASES("hidden biases"),
    /** Each weight of the output layer. */
    OUTPUT_WEIGHTS("output weights"),
    /** Each hidden unit: the sum over its incoming weights and its bias. */
    UNITS("units"),
    /** Each pixel: the sum over its outgoing weights. */
    PIXELS("pixels");

    private final String spelling;

    Level(String spelling) {
        this.spelling = spelling;
    }

    /** For people and tables. */
    @Override
    public String toString() {
        return spelling;
    }
}
