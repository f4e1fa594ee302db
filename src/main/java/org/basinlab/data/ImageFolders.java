package org.basinlab.data;

import java.nio.file.Path;
import java.util.function.Function;

/** Images from folders of IDX files ({@link ImageFolder}). */
public final class ImageFolders implements ImageSource {
    private final Function<String, Path> folder;

    /** Names are paths. */
    public ImageFolders() {
        this(Path::of);
    }

    /**
     * Names are looked up.
     *
     * @param folder where the images of a name lie
     */
    public ImageFolders(Function<String, Path> folder) {
        this.folder = folder;
    }

    @Override
    public LabelledImages train(String data) {
        return ImageFolder.train(folder.apply(data));
    }

    @Override
    public LabelledImages test(String data) {
        return ImageFolder.test(folder.apply(data));
    }
}
