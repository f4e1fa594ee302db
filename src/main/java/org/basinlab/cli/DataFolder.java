package org.basinlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a folder of data named on the command line lies: here, else in Basin's own folder. */
final class DataFolder {
    private DataFolder() {}

    static Path of(String data) {
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
