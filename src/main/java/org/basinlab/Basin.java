package org.basinlab;

/** x. */
public final class Basin {
    private Basin() {}

    public static void main(String[] args) {}
}
