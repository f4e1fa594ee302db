package org.basinlab.training.cuda;

import org.basinlab.cuda.Arguments;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceBytes;
import org.basinlab.cuda.DeviceInts;
import org.basinlab.cuda.DeviceReals;
import org.basinlab.cuda.Grid;
import org.basinlab.cuda.Kernel;
import org.basinlab.cuda.Owned;
import org.basinlab.cuda.Stream;
import org.basinlab.network.Precision;
import org.basinlab.training.DatapointStream;

/** A stream on the device, with what every network that sees it shares: the inner products within its chunks. */
final class DeviceStream implements AutoCloseable {
    private static final int GRAM_THREADS = 256;

    private final Owned owned = new Owned();
    final DeviceBytes pixels;
    final DeviceInts order;
    final DeviceBytes groups;
    final DeviceReals gram;

    /**
     * Puts a stream there.
     *
     * @param pixels of its images, as {@link DeviceImages} lays them out
     */
    DeviceStream(
            Device device, DatapointStream stream, DeviceBytes pixels, Shape shape, Kernel gramKernel, Stream work) {
        this.pixels = pixels;
        var length = stream.length();
        var chunks = chunks(length);
        var bytes = new byte[length];
        for (var s = 0; s < length; s++) {
            bytes[s] = (byte) stream.groups()[s];
        }
        try {
            order = owned.add(DeviceInts.of(device, stream.order()));
            groups = owned.add(DeviceBytes.of(device, bytes));
            gram = owned.add(
                    new DeviceReals(device, shape.precision().isSingle(), (long) chunks * Shape.CHUNK * Shape.CHUNK));
            if (chunks > 0) {
                try (var arguments = Arguments.of(
                        pixels.address(),
                        order,
                        (long) length,
                        (long) shape.inputs(),
                        (long) shape.pitch(),
                        gram.address())) {
                    gramKernel.launch(work, Grid.row(chunks, GRAM_THREADS, 0), arguments);
                    work.await();
                }
            }
        } catch (RuntimeException e) {
            owned.closeAfter(e);
            throw e;
        }
    }

    static int chunks(int length) {
        return (length + Shape.CHUNK - 1) / Shape.CHUNK;
    }

    /** Memory of a stream, in bytes. */
    static long bytes(int length, Precision precision) {
        return 5L * length
                + (long) chunks(length) * Shape.CHUNK * Shape.CHUNK * DeviceReals.bytes(precision.isSingle());
    }

    @Override
    public void close() {
        owned.close();
    }
}
