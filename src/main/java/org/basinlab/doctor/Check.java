package org.basinlab.doctor;

/**
 * One thing that was looked at.
 *
 * @param name   of the thing
 * @param ok     whether Basin can work with it as it is
 * @param detail what was found
 * @param cure   what to do about it; null where there is nothing to do
 */
public record Check(String name, boolean ok, String detail, String cure) {
    static Check ok(String name, String detail) {
        return new Check(name, true, detail, null);
    }

    static Check fault(String name, String detail, String cure) {
        return new Check(name, false, detail, cure);
    }
}
