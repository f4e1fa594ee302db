package org.basinlab.cuda;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of the CUDA driver that Basin calls, under their C names; each returns a CUresult, 0
 * for success. The library comes with every NVIDIA driver and needs no CUDA toolkit.
 */
interface DriverApi extends Library {
    int cuInit(int flags);

    int cuDriverGetVersion(IntByReference version);

    int cuGetErrorName(int error, PointerByReference name);

    int cuDeviceGetCount(IntByReference count);

    int cuDeviceGet(IntByReference device, int ordinal);

    int cuDeviceGetName(byte[] name, int length, int device);

    int cuDeviceTotalMem_v2(LongByReference bytes, int device);

    int cuDeviceGetAttribute(IntByReference value, int attribute, int device);

    /**
     * The file that every driver installs: on Linux by its versioned name, because the plain one
     * belongs to the toolkit.
     */
    static String libraryName() {
        return Platform.isWindows() ? "nvcuda" : "libcuda.so.1";
    }

    /**
     * Binds the library.
     *
     * @throws UnsatisfiedLinkError if there is none
     */
    static DriverApi load() {
        return Native.load(libraryName(), DriverApi.class);
    }
}
