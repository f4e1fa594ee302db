package org.basinlab.cuda;

import java.util.List;

/**
 * What came of asking the NVIDIA driver for GPUs. A machine without one is as normal as one with:
 * then {@code absence} says why there is none, and {@code cure} stays null. Where a driver is
 * installed and does not work, {@code cure} says what to do.
 *
 * @param gpus          the GPUs, by ordinal; empty where there is none or the driver does not work
 * @param driverVersion the newest CUDA version that the driver supports, as 1000 major + 10 minor
 *                      (13000 is CUDA 13.0); null where the driver did not say
 * @param absence       in plain words, why there is no GPU; null where there is one
 * @param cure          what mends a driver that does not work; null where nothing is broken
 */
public record GpuProbe(List<Gpu> gpus, Integer driverVersion, String absence, String cure) {
    public GpuProbe {
        gpus = List.copyOf(gpus);
        if (gpus.isEmpty() == (absence == null)) {
            throw new IllegalArgumentException("either GPUs or the reason why there are none");
        }
        if (cure != null && absence == null) {
            throw new IllegalArgumentException("a cure, and nothing is broken");
        }
    }

    static GpuProbe found(List<Gpu> gpus, int driverVersion) {
        return new GpuProbe(gpus, driverVersion, null, null);
    }

    static GpuProbe absent(Integer driverVersion, String absence) {
        return new GpuProbe(List.of(), driverVersion, absence, null);
    }

    static GpuProbe broken(Integer driverVersion, String absence, String cure) {
        return new GpuProbe(List.of(), driverVersion, absence, cure);
    }

    /** Whether a driver is installed and does not work. */
    public boolean isBroken() {
        return cure != null;
    }

    /** The driver in words, such as {@code CUDA 13.0}; null where it did not say. */
    public String driver() {
        return driverVersion == null ? null : "CUDA " + driverVersion / 1000 + "." + driverVersion % 1000 / 10;
    }
}
