package org.basinlab.experiment;

import java.util.Locale;

/**
 * What the user gave cannot be used: an option, a file, a folder. The message is one line that names
 * the thing and the cure; the command line prints it and exits with 2.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Throws with a formatted message unless {@code holds}. */
    public static void require(boolean holds, String message, Object... arguments) {
        if (!holds) {
            throw new InputException(String.format(Locale.ROOT, message, arguments));
        }
    }
}
