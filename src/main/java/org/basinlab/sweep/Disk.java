package org.basinlab.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The few things a sweep's store does to files, so that a test can make each of them fail. */
interface Disk {
    /** What writes a file. */
    interface Content {
        /** Writes it to a file that is not there yet. */
        void to(Path file) throws IOException;
    }

    /** Makes a folder and those it lies in, where they are missing. */
    void createFolder(Path folder) throws IOException;

    /** Makes a file. */
    void write(Path file, Content content) throws IOException;

    /** Returns once a file's content, or a folder's list of files, would survive a loss of power. */
    void sync(Path fileOrFolder) throws IOException;

    /** Gives a file another name in its folder, in one step; a file of that name is replaced. */
    void rename(Path from, Path to) throws IOException;

    /** The files and folders in a folder, by name. */
    List<Path> list(Path folder) throws IOException;

    /** The content of a file. */
    byte[] read(Path file) throws IOException;

    /** Removes a file, if it is there. */
    void delete(Path file) throws IOException;
}
