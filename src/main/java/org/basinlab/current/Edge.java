package org.basinlab.current;

/** What an end of the domain does to the density that comes to it. */
public enum Edge {
    /** Nothing passes: rho = 0 there, and mass is kept. */
    CLOSED,
    /** All of it is taken away: P = 0 there. What is gone has passed for the first time. */
    ABSORBING
}
