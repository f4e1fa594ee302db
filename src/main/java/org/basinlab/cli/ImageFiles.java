package org.basinlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.data.ImageFolder;
import org.basinlab.data.LabelledImages;
import org.basinlab.localize.ImageSource;

/** Images from folders; a relative one is looked for here, then in Basin's own folder. */
final class ImageFiles implements ImageSource {
    @Override
    public LabelledImages train(String data) {
        return ImageFolder.train(folder(data));
    }

    @Override
    public LabelledImages test(String data) {
        return ImageFolder.test(folder(data));
    }

    /** Where a folder named on the command line lies. */
    static Path folder(String data) {
        var here = Path.of(data);
        var home = System.getProperty("basin.home");
        if (!here.isAbsolute() && !Files.exists(here) && home != null) {
            var there = Path.of(home).resolve(data);
            if (Files.exists(there)) {
                return there;
            }
        }
        return here;
    }
}
