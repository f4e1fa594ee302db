package org.basinlab.cuda.ptx;

/** The special registers that a kernel may read; each is a row of its own in every warp. */
enum Special {
    TID_X("%tid.x"),
    TID_Y("%tid.y"),
    TID_Z("%tid.z"),
    NTID_X("%ntid.x"),
    NTID_Y("%ntid.y"),
    NTID_Z("%ntid.z"),
    CTAID_X("%ctaid.x"),
    CTAID_Y("%ctaid.y"),
    CTAID_Z("%ctaid.z"),
    NCTAID_X("%nctaid.x"),
    NCTAID_Y("%nctaid.y"),
    NCTAID_Z("%nctaid.z"),
    LANEID("%laneid"),
    WARPID("%warpid"),
    NWARPID("%nwarpid"),
    LANEMASK_EQ("%lanemask_eq"),
    LANEMASK_LT("%lanemask_lt"),
    LANEMASK_LE("%lanemask_le"),
    LANEMASK_GT("%lanemask_gt"),
    LANEMASK_GE("%lanemask_ge"),
    DYNAMIC_SHARED("%dynamic_smem_size"),
    TOTAL_SHARED("%total_smem_size");

    private final String text;

    Special(String text) {
        this.text = text;
    }

    /** The one called {@code name}; null if there is none. */
    static Special of(String name) {
        for (var special : values()) {
            if (special.text.equals(name)) {
                return special;
            }
        }
        return null;
    }
}
