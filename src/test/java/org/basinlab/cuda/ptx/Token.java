package org.basinlab.cuda.ptx;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, a punctuation mark or a quoted string (with its quotes) of PTX.
 *
 * @param text the characters
 * @param line where it stands, from 1
 */
record Token(String text, int line) {
    boolean is(String other) {
        return text.equals(other);
    }

    boolean isWord() {
        return isWordPart(text.charAt(0));
    }

    boolean isString() {
        return text.charAt(0) == '"';
    }

    /** Splits a module into tokens; comments are dropped. */
    static List<Token> of(String ptx) {
        var tokens = new ArrayList<Token>();
        int line = 1;
        int at = 0;
        int end = ptx.length();
        while (at < end) {
            char c = ptx.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (ptx.startsWith("//", at)) {
                int newline = ptx.indexOf('\n', at);
                at = newline < 0 ? end : newline;
            } else if (ptx.startsWith("/*", at)) {
                int close = ptx.indexOf("*/", at);
                int after = close < 0 ? end : close + 2;
                line += (int)
                        ptx.substring(at, after).chars().filter(x -> x == '\n').count();
                at = after;
            } else {
                int after = endOfToken(ptx, at, line);
                tokens.add(new Token(ptx.substring(at, after), line));
                at = after;
            }
        }
        return tokens;
    }

    private static int endOfToken(String ptx, int start, int line) {
        char c = ptx.charAt(start);
        if (c == '"') {
            int close = ptx.indexOf('"', start + 1);
            if (close < 0) {
                throw new PtxException(line, "a string without its end");
            }
            return close + 1;
        }
        if (!isWordPart(c)) {
            return start + 1;
        }
        int at = start + 1;
        while (at < ptx.length()) {
            if (c == '.' && ptx.charAt(at) == '.') {
                break; // .reg.b32 is two words
            }
            if (isWordPart(ptx.charAt(at))) {
                at++;
            } else if (ptx.startsWith("::", at)) {
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_.$%".indexOf(c) >= 0;
    }
}
