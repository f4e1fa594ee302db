package org.basinlab.operator;

/** How the mass that a cell's image brings to a place is put into cells. */
public enum Deposit {
    /**
     * Into the cell it falls in: Ulam's own. A point's mean is moved by up to half a cell a step, which averages out
     * only where the density is smooth; where SGD contracts it is not, and the error falls irregularly.
     */
    CELL,
    /**
     * Shared by the two cells whose centres are nearest on either side, so that its mean stays: the error is that of a
     * diffusion of a quarter of a squared cell width a step, and falls with its square whether densities are smooth or
     * not.
     */
    LINEAR
}
