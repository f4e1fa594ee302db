package org.basinlab.network;

/** A datapoint's loss as a function of the network's outputs o and the target y, one-hot. */
public enum Loss {
    /** Half the squared error, (1/2) sum (o - y)^2: its gradient in the outputs is o - y. */
    MSE("mse"),
    /**
     * Cross-entropy of the softmax of the outputs, -sum y ln softmax(o): its gradient in the outputs
     * is softmax(o) - y. The softmax belongs to the loss and comes after the output layer's own
     * activation, whatever that is, as in PyTorch's {@code CrossEntropyLoss}.
     */
    CROSS_ENTROPY("cross-entropy");

    private final String spelling;

    Loss(String spelling) {
        this.spelling = spelling;
    }

    /** As the command line spells it. */
    @Override
    public String toString() {
        return spelling;
    }
}
