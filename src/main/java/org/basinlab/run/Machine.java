package org.basinlab.run;

import java.lang.management.ManagementFactory;
import oshi.SystemInfo;

/** The computer this runs on. */
public final class Machine {
    private Machine() {}

    /** The processor's name. */
    public static String cpu() {
        return Cpu.NAME;
    }

    /** Processors this process may use. */
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Memory of the machine, or of the container this process is confined to, in bytes. */
    public static long memoryBytes() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    /** The Java virtual machine. */
    public static String jvm() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + " ("
                + System.getProperty("java.vendor") + ")";
    }

    /** Operating system and processor architecture. */
    public static String os() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch");
    }

    /** Asked for once: it takes a good part of a second. */
    private static final class Cpu {
        static final String NAME =
                new SystemInfo().getHardware().getProcessor().getName().strip();
    }
}
