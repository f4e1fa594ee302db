package org.basinlab.cuda;

import com.sun.jna.ptr.PointerByReference;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** The driver's functions, each return code looked at. */
final class Calls {
    private final DriverApi api;

    Calls(DriverApi api) {
        this.api = api;
    }

    /**
     * Calls a function.
     *
     * @throws CudaException if it does not return success
     */
    void call(String name, ToIntFunction<DriverApi> function) {
        call(name, function, () -> "");
    }

    /** The same; if it fails, {@code more} is said beside what CUDA says. */
    void call(String name, ToIntFunction<DriverApi> function, Supplier<String> more) {
        var code = function.applyAsInt(api);
        if (code != 0) {
            throw new CudaException(name, error(code) + more.get(), code);
        }
    }

    private String error(int code) {
        var name = text(code, api::cuGetErrorName);
        if (name == null) {
            return "CUDA error " + code;
        }
        var text = text(code, api::cuGetErrorString);
        return text == null ? name : name + ", " + text;
    }

    private interface Text {
        int of(int code, PointerByReference text);
    }

    private static String text(int code, Text function) {
        var text = new PointerByReference();
        return function.of(code, text) == 0 && text.getValue() != null
                ? text.getValue().getString(0)
                : null;
    }
}
