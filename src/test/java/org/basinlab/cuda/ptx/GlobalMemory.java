package org.basinlab.cuda.ptx;

/** Global memory as a kernel accesses it. */
final class GlobalMemory {
    private GlobalMemory() {}

    /** See {@link Access}: the lanes whose addresses lie in the first lane's allocation. */
    static int resolve(Warp warp, Access access, int mask) {
        int first = Integer.numberOfTrailingZeros(mask);
        int bytes = access.bytes;
        var allocation = warp.near[access.number];
        long base = allocation == null ? 0 : allocation.address();
        if (allocation == null || !holds(allocation, warp.address[first] - base, bytes)) {
            allocation = find(warp, access, first);
            base = allocation.address();
            warp.near[access.number] = allocation;
        }
        long last = allocation.bytes() - (long) bytes;
        int found = 0;
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            long offset = warp.address[lane] - base;
            if (offset >= 0 && offset <= last) {
                if ((offset & bytes - 1) != 0) {
                    throw access.misaligned(warp, lane);
                }
                warp.at[lane] = (int) offset;
                found |= 1 << lane;
            }
        }
        warp.data = allocation.data();
        check(warp, access, allocation, found);
        return found;
    }

    private static boolean holds(Allocation allocation, long offset, int bytes) {
        return offset >= 0 && offset <= allocation.bytes() - bytes;
    }

    private static Allocation find(Warp warp, Access access, int lane) {
        var memory = warp.block.launch().memory();
        long address = warp.address[lane];
        var allocation = memory.find(address, access.bytes);
        if (allocation == null) {
            throw warp.fault(
                    Fault.Kind.ADDRESS,
                    lane,
                    "%s of %d bytes of global memory at 0x%x, %s"
                            .formatted(access.verb(), access.bytes, address, memory.describe(address)));
        }
        return allocation;
    }

    private static void check(Warp warp, Access access, Allocation allocation, int found) {
        if (allocation.isReadOnly()) {
            if (access.mode != Access.Mode.READ && access.mode != Access.Mode.READ_CONSTANT) {
                throw warp.fault(
                        Fault.Kind.ADDRESS, Integer.numberOfTrailingZeros(found), "a write to constant memory");
            }
            return;
        }
        var launch = warp.block.launch();
        if (access.mode != Access.Mode.WRITE && launch.checks().uninitialized()) {
            checkWritten(warp, access, allocation, found);
        }
        if (access.mode == Access.Mode.WRITE || access.mode == Access.Mode.ATOMIC) {
            for (int todo = found; todo != 0; todo &= todo - 1) {
                allocation.setWritten(warp.at[Integer.numberOfTrailingZeros(todo)], access.bytes);
            }
        }
        if (launch.checks().globalRaces()) {
            checkOwners(warp, access, allocation, found);
        }
    }

    private static void checkWritten(Warp warp, Access access, Allocation allocation, int found) {
        for (int todo = found; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            if (!allocation.isWritten(warp.at[lane], access.bytes)) {
                throw warp.fault(
                        Fault.Kind.OTHER,
                        lane,
                        "%s of %d bytes of global memory at 0x%x (%d bytes into %d) that nothing wrote"
                                .formatted(
                                        access.verb(),
                                        access.bytes,
                                        warp.address[lane],
                                        warp.at[lane],
                                        allocation.bytes()));
            }
        }
    }

    private static void checkOwners(Warp warp, Access access, Allocation allocation, int found) {
        var launch = warp.block.launch();
        var owners = allocation.owners(launch.program().finest() < 4 ? 0 : 2);
        int stamp = warp.block.stamp();
        int first = launch.firstStamp();
        int many = launch.manyStamp();
        int bytes = access.bytes;
        for (int todo = found; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int at = warp.at[lane];
            int other = switch (access.mode) {
                case READ, READ_CONSTANT -> owners.read(at, bytes, stamp, first, many);
                case WRITE -> owners.write(at, bytes, stamp, first);
                case ATOMIC -> owners.atomic(at, bytes, stamp, first, many);
            };
            if (other != 0) {
                throw race(warp, access, allocation, lane, other);
            }
            if (access.mode == Access.Mode.READ_CONSTANT && owners.isWritten(at, bytes, first)) {
                throw warp.fault(
                        Fault.Kind.OTHER,
                        lane,
                        "ld.global.nc of %d bytes at 0x%x (%d bytes into %d), which this launch wrote"
                                .formatted(bytes, warp.address[lane], at, allocation.bytes()));
            }
        }
    }

    private static Fault race(Warp warp, Access access, Allocation allocation, int lane, int other) {
        var launch = warp.block.launch();
        int block = other - launch.firstStamp();
        return warp.fault(
                Fault.Kind.OTHER,
                lane,
                "race: %s of %d bytes of global memory at 0x%x (%d bytes into %d), accessed by %s too"
                        .formatted(
                                access.verb(),
                                access.bytes,
                                warp.address[lane],
                                warp.at[lane],
                                allocation.bytes(),
                                other == launch.manyStamp() ? "several blocks" : "block number " + block));
    }
}
