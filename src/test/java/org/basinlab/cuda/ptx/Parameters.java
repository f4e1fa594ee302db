package org.basinlab.cuda.ptx;

/** The space of parameters: a kernel's are the launch's, which cannot be written; those of functions are local. */
final class Parameters {
    private Parameters() {}

    /** See {@link Access}. */
    static int resolve(Warp warp, Access access, int mask) {
        int first = Integer.numberOfTrailingZeros(mask);
        if (warp.address[first] < Space.KERNEL_PARAMETERS) {
            return warp.local.resolve(warp, access, mask);
        }
        var parameters = warp.block.launch().parameters();
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            long offset = warp.address[lane] - Space.KERNEL_PARAMETERS;
            if (offset < 0 || offset > parameters.length - access.bytes || access.mode != Access.Mode.READ) {
                throw warp.fault(
                        Fault.Kind.ADDRESS,
                        lane,
                        "%s of %d bytes of the parameters at %d, of which there are %d"
                                .formatted(access.verb(), access.bytes, offset, parameters.length));
            }
            if ((offset & access.bytes - 1) != 0) {
                throw access.misaligned(warp, lane);
            }
            warp.at[lane] = (int) offset;
        }
        warp.data = parameters;
        return mask;
    }
}
