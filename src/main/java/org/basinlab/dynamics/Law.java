package org.basinlab.dynamics;

/** By which law a difference from the world as it is moves on. */
public enum Law {
    /** Everything downstream follows it: world X. */
    FREE,
    /** The nodes of A stay as they are in W: world Y. */
    FROZEN
}
