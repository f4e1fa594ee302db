package org.basinlab.cuda;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/** A driver of which nothing works yet: a function that a test calls and does not override fails it. */
abstract class BareDriver implements DriverApi {
    @Override
    public int cuInit(int flags) {
        throw new AssertionError("cuInit");
    }

    @Override
    public int cuDriverGetVersion(IntByReference version) {
        throw new AssertionError("cuDriverGetVersion");
    }

    @Override
    public int cuGetErrorName(int error, PointerByReference name) {
        throw new AssertionError("cuGetErrorName");
    }

    @Override
    public int cuGetErrorString(int error, PointerByReference text) {
        throw new AssertionError("cuGetErrorString");
    }

    @Override
    public int cuDeviceGetCount(IntByReference count) {
        throw new AssertionError("cuDeviceGetCount");
    }

    @Override
    public int cuDeviceGet(IntByReference device, int ordinal) {
        throw new AssertionError("cuDeviceGet");
    }

    @Override
    public int cuDeviceGetName(byte[] name, int length, int device) {
        throw new AssertionError("cuDeviceGetName");
    }

    @Override
    public int cuDeviceTotalMem_v2(LongByReference bytes, int device) {
        throw new AssertionError("cuDeviceTotalMem_v2");
    }

    @Override
    public int cuDeviceGetAttribute(IntByReference value, int attribute, int device) {
        throw new AssertionError("cuDeviceGetAttribute");
    }

    @Override
    public int cuDevicePrimaryCtxRetain(PointerByReference context, int device) {
        throw new AssertionError("cuDevicePrimaryCtxRetain");
    }

    @Override
    public int cuDevicePrimaryCtxRelease_v2(int device) {
        throw new AssertionError("cuDevicePrimaryCtxRelease_v2");
    }

    @Override
    public int cuCtxSetCurrent(Pointer context) {
        throw new AssertionError("cuCtxSetCurrent");
    }

    @Override
    public int cuMemGetInfo_v2(LongByReference free, LongByReference total) {
        throw new AssertionError("cuMemGetInfo_v2");
    }

    @Override
    public int cuMemAlloc_v2(LongByReference address, long bytes) {
        throw new AssertionError("cuMemAlloc_v2");
    }

    @Override
    public int cuMemFree_v2(long address) {
        throw new AssertionError("cuMemFree_v2");
    }

    @Override
    public int cuMemcpyHtoD_v2(long to, Pointer from, long bytes) {
        throw new AssertionError("cuMemcpyHtoD_v2");
    }

    @Override
    public int cuMemcpyDtoH_v2(Pointer to, long from, long bytes) {
        throw new AssertionError("cuMemcpyDtoH_v2");
    }

    @Override
    public int cuMemsetD8_v2(long address, byte value, long bytes) {
        throw new AssertionError("cuMemsetD8_v2");
    }

    @Override
    public int cuModuleLoadDataEx(PointerByReference module, Pointer image, int count, int[] options, Pointer values) {
        throw new AssertionError("cuModuleLoadDataEx");
    }

    @Override
    public int cuModuleUnload(Pointer module) {
        throw new AssertionError("cuModuleUnload");
    }

    @Override
    public int cuModuleGetFunction(PointerByReference function, Pointer module, String name) {
        throw new AssertionError("cuModuleGetFunction");
    }

    @Override
    public int cuFuncSetAttribute(Pointer function, int attribute, int value) {
        throw new AssertionError("cuFuncSetAttribute");
    }

    @Override
    public int cuLaunchKernel(
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
            Pointer extra) {
        throw new AssertionError("cuLaunchKernel");
    }

    @Override
    public int cuStreamCreate(PointerByReference stream, int flags) {
        throw new AssertionError("cuStreamCreate");
    }

    @Override
    public int cuStreamSynchronize(Pointer stream) {
        throw new AssertionError("cuStreamSynchronize");
    }

    @Override
    public int cuStreamDestroy_v2(Pointer stream) {
        throw new AssertionError("cuStreamDestroy_v2");
    }

    @Override
    public int cuEventCreate(PointerByReference event, int flags) {
        throw new AssertionError("cuEventCreate");
    }

    @Override
    public int cuEventRecord(Pointer event, Pointer stream) {
        throw new AssertionError("cuEventRecord");
    }

    @Override
    public int cuEventSynchronize(Pointer event) {
        throw new AssertionError("cuEventSynchronize");
    }

    @Override
    public int cuEventElapsedTime(FloatByReference milliseconds, Pointer start, Pointer end) {
        throw new AssertionError("cuEventElapsedTime");
    }

    @Override
    public int cuEventDestroy_v2(Pointer event) {
        throw new AssertionError("cuEventDestroy_v2");
    }
}
