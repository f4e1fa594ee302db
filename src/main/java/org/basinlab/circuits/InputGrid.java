package org.basinlab.circuits;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.experiment.InputException;

/**
 * Where a circuit's inputs come from: multiples of 2^-bits in [low, high), or any numbers in it.
 *
 * @param bits of the grid; 0 for no grid: uniform numbers of the precision that is asked
 * @param low  least input
 * @param high above the greatest
 */
public record InputGrid(int bits, double low, double high) {
    /** Multiples of 2^-24 in [0, 1): as many as float32 can hold at one distance. */
    public static final InputGrid DEFAULT = new InputGrid(24, 0, 1);

    public InputGrid {
        require(bits >= 0 && bits <= 52, "--input-grid grid:BITS needs 1 to 52 bits, got %s", bits);
        require(
                low < high && Double.isFinite(high - low),
                "--input-grid needs a range from a smaller to a larger number, got %s to %s",
                low,
                high);
        var size = Math.max(Math.abs(low), Math.abs(high));
        require(
                size <= 0x1p64 && high - low >= Math.max(0x1p-64, size * 0x1p-22),
                "--input-grid from %s to %s is out of single precision's reach: give ends of up to 2^64 in size, apart by at"
                        + " least 2^-64 and 2^-22 of that size",
                low,
                high);
        if (bits > 0) {
            var scale = Math.scalb(1.0, bits);
            require(
                    !(Math.abs(Math.rint(low * scale) - low * scale) > 0)
                            && !(Math.abs(Math.rint(high * scale) - high * scale) > 0),
                    "--input-grid grid:%s:%s:%s: the ends must be multiples of 2^-%s",
                    bits,
                    low,
                    high,
                    bits);
            require(
                    (high - low) * scale <= 0x1p52,
                    "--input-grid grid:%s:%s:%s has more than 2^52 numbers: give fewer bits",
                    bits,
                    low,
                    high);
            require(
                    (high - low) * scale >= 2,
                    "--input-grid grid:%s:%s:%s has one number and nothing to compare: give more bits or a wider range",
                    bits,
                    low,
                    high);
        }
    }

    /**
     * Reads {@code grid:BITS}, {@code grid:BITS:LOW:HIGH} or {@code uniform:LOW:HIGH}.
     *
     * @throws InputException if it is none of these
     */
    public static InputGrid of(String text) {
        var parts = text.split(":", -1);
        try {
            if (parts[0].equals("grid") && (parts.length == 2 || parts.length == 4)) {
                var bits = Integer.parseInt(parts[1]);
                require(bits >= 1, "--input-grid grid:BITS needs 1 to 52 bits, got %s", bits);
                return parts.length == 2
                        ? new InputGrid(bits, 0, 1)
                        : new InputGrid(bits, Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
            }
            if (parts[0].equals("uniform") && parts.length == 3) {
                return new InputGrid(0, Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            }
        } catch (NumberFormatException e) {
            throw new InputException(
                    "--input-grid " + text + " holds what is no number: give grid:24:0:1 or uniform:-1:1", e);
        }
        throw new InputException(
                "--input-grid " + text + " is not known: give grid:BITS, grid:BITS:LOW:HIGH or uniform:LOW:HIGH");
    }

    /** What a circuit can know of it. */
    public Known known(int precision) {
        return bits == 0
                ? new Known(low, high, Known.ANY, precision)
                : new Known(low, high - Math.scalb(1.0, -bits), -bits, precision);
    }

    /** By how much two inputs differ that a circuit should tell apart: a step of the grid, else 2^-10 of the range. */
    public double margin() {
        return bits == 0 ? Math.scalb(1.0, Math.getExponent(high - low) - 10) : Math.scalb(1.0, -bits);
    }

    /** As the command line spells it. */
    @Override
    public String toString() {
        return bits == 0 ? "uniform:" + low + ":" + high : "grid:" + bits + ":" + low + ":" + high;
    }
}
