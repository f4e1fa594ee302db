package org.basinlab.doctor;

import java.util.List;

/**
 * All that {@code basin doctor} found.
 *
 * @param ok     whether no check found a fault
 * @param checks in the order they were made
 * @param gpus   every GPU the driver shows
 */
public record Diagnosis(boolean ok, List<Check> checks, List<GpuReport> gpus) {
    /**
     * A GPU and what can use it.
     *
     * @param name              as its driver says it
     * @param computeCapability such as 9.0
     * @param driver            the CUDA version the driver supports
     * @param engines           of this version of Basin that can compute on it
     * @param profile           the device profile that fits it
     * @param detail            why those engines and no others
     */
    public record GpuReport(
            String name,
            String computeCapability,
            String driver,
            List<String> engines,
            String profile,
            String detail) {}
}
