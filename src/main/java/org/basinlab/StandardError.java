package org.basinlab;

import java.io.FileDescriptor;

/**
 * Standard error on the descriptor that the launcher names. Java warns of the incubating Vector API on descriptor 2
 * before any program begins; the launcher sends that nowhere and keeps what the user sees on another.
 */
final class StandardError {
    private StandardError() {}

    /** Writes to {@code FileDescriptor.err}, and so to {@code System.err}, go to the descriptor of basin.stderr. */
    static void redirect() {
        var number = Integer.getInteger("basin.stderr");
        if (number == null) {
            return;
        }
        try {
            var field = FileDescriptor.class.getDeclaredField("fd");
            field.setAccessible(true);
            field.setInt(FileDescriptor.err, number);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this Java has no descriptors that could be named; use BASIN_TRACE=1", e);
        }
    }
}
