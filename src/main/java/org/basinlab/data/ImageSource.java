package org.basinlab.data;

/** Where a run's images come from, named by the configuration's {@code data}. */
public interface ImageSource {
    /**
     * The training images.
     *
     * @throws org.basinlab.experiment.InputException if they cannot be read
     */
    LabelledImages train(String data);

    /**
     * The test images, of the same size.
     *
     * @throws org.basinlab.experiment.InputException if they cannot be read
     */
    LabelledImages test(String data);
}
