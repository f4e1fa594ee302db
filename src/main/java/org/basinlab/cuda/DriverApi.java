package org.basinlab.cuda;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of the CUDA driver that Basin calls, under their C names; each returns a CUresult, 0
 * for success. The library comes with every NVIDIA driver and needs no CUDA toolkit. Handles are pointers, addresses
 * in the device's memory and sizes in bytes are {@code long}: there is no driver for 32-bit machines.
 */
interface DriverApi extends Library {
    int cuInit(int flags);

    int cuDriverGetVersion(IntByReference version);

    int cuGetErrorName(int error, PointerByReference name);

    int cuGetErrorString(int error, PointerByReference text);

    int cuDeviceGetCount(IntByReference count);

    int cuDeviceGet(IntByReference device, int ordinal);

    int cuDeviceGetName(byte[] name, int length, int device);

    int cuDeviceTotalMem_v2(LongByReference bytes, int device);

    int cuDeviceGetAttribute(IntByReference value, int attribute, int device);

    int cuDevicePrimaryCtxRetain(PointerByReference context, int device);

    int cuDevicePrimaryCtxRelease_v2(int device);

    int cuCtxSetCurrent(Pointer context);

    int cuMemGetInfo_v2(LongByReference free, LongByReference total);

    int cuMemAlloc_v2(LongByReference address, long bytes);

    int cuMemFree_v2(long address);

    int cuMemcpyHtoD_v2(long to, Pointer from, long bytes);

    int cuMemcpyDtoH_v2(Pointer to, long from, long bytes);

    int cuMemsetD8_v2(long address, byte value, long bytes);

    int cuModuleLoadDataEx(PointerByReference module, Pointer image, int count, int[] options, Pointer values);

    int cuModuleUnload(Pointer module);

    int cuModuleGetFunction(PointerByReference function, Pointer module, String name);

    int cuFuncSetAttribute(Pointer function, int attribute, int value);

    int cuLaunchKernel(
            Pointer function,
            int gridX,
            int gridY,
            int gridZ,
            int blockX,
            int blockY,
            int blockZ,
            int sharedBytes,
            Pointer stream,
            Pointer arguments,
            Pointer extra);

    int cuStreamCreate(PointerByReference stream, int flags);

    int cuStreamSynchronize(Pointer stream);

    int cuStreamDestroy_v2(Pointer stream);

    int cuEventCreate(PointerByReference event, int flags);

    int cuEventRecord(Pointer event, Pointer stream);

    int cuEventSynchronize(Pointer event);

    int cuEventElapsedTime(FloatByReference milliseconds, Pointer start, Pointer end);

    int cuEventDestroy_v2(Pointer event);

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
