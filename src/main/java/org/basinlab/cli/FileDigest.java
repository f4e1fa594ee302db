package org.basinlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.data.Sha256;
import org.basinlab.experiment.InputException;

/** The SHA-256 by which a run names a file that a user gave it. */
final class FileDigest {
    private FileDigest() {}

    static String of(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": no such file, or not readable", e);
        }
    }
}
