package org.basinlab.cuda.ptx;

import java.util.List;

/** A module's tokens, read one after the other. */
final class TokenReader {
    private final List<Token> tokens;
    private int at;

    TokenReader(String ptx) {
        tokens = Token.of(ptx);
    }

    boolean atEnd() {
        return at == tokens.size();
    }

    Token peek() {
        if (atEnd()) {
            throw new PtxException(line(), "the text ends too early");
        }
        return tokens.get(at);
    }

    Token next() {
        var token = peek();
        at++;
        return token;
    }

    int line() {
        if (tokens.isEmpty()) {
            return 1;
        }
        return tokens.get(Math.min(at, tokens.size() - 1)).line();
    }

    boolean sees(String text) {
        return !atEnd() && peek().is(text);
    }

    boolean accept(String text) {
        if (sees(text)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String text) {
        if (!accept(text)) {
            throw error("'" + text + "' expected, not '" + peek().text() + "'");
        }
    }

    String word() {
        var token = next();
        if (!token.isWord()) {
            throw new PtxException(token.line(), "a name expected, not '" + token.text() + "'");
        }
        return token.text();
    }

    int number() {
        return (int) Constants.integer(word(), line());
    }

    /** Skips a directive that ends with its line. */
    void skipLine(int line) {
        while (!atEnd() && peek().line() == line) {
            at++;
        }
    }

    PtxException error(String why) {
        return new PtxException(line(), why);
    }
}
