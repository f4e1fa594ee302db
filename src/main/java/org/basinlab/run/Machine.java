package org.basinlab.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

    private static final class Cpu {
        static final String NAME = linux().orElseGet(Cpu::other);

        /** As the kernel says it; empty where it does not, as on ARM and on other systems. */
        private static Optional<String> linux() {
            try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        /** As OSHI finds it, in a good part of a second; it comes with ND4J. */
        private static String other() {
            return Part.ARRAYS.isThere()
                    ? new SystemInfo().getHardware().getProcessor().getName().strip()
                    : System.getProperty("os.arch");
        }
    }
}
