package org.basinlab.cuda.ptx;

import java.util.Map;

/**
 * A variable in memory, or a parameter.
 *
 * @param line      where it is declared
 * @param space     where it lies
 * @param name      its name
 * @param alignment of its address, in bytes
 * @param bytes     its size; 0 for an array of open size
 * @param contents  its first value, shorter than it where the rest is zero
 * @param addresses the variables whose addresses stand in it, by offset
 * @param external  whether it is declared only ({@code .extern})
 */
record Variable(
        int line,
        Space space,
        String name,
        int alignment,
        long bytes,
        byte[] contents,
        Map<Integer, String> addresses,
        boolean external)
        implements Item {}
