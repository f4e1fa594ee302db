package org.basinlab.cuda.ptx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what stands outside functions: directives, variables and the functions' heads. */
final class PtxParser {
    private final TokenReader tokens;
    private final VariableParser variableParser;
    private final BodyParser bodies;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, Routine> routines = new LinkedHashMap<>();
    private int version;
    private int target;

    PtxParser(String ptx) {
        tokens = new TokenReader(ptx);
        variableParser = new VariableParser(tokens);
        bodies = new BodyParser(tokens, variableParser);
    }

    PtxModule module() {
        while (!tokens.atEnd()) {
            directive();
        }
        if (version == 0 || target == 0) {
            throw tokens.error("no .version or no .target");
        }
        return new PtxModule(version, target, variables, routines);
    }

    private void directive() {
        var token = tokens.next();
        switch (token.text()) {
            case ".version" -> version = tenfold(tokens.word(), token.line());
            case ".target" -> target(token.line());
            case ".address_size" -> {
                if (tokens.number() != 64) {
                    throw new PtxException(token.line(), "addresses of other than 64 bits");
                }
            }
            case ".file", ".loc" -> tokens.skipLine(token.line());
            case ".pragma" -> {
                tokens.next();
                tokens.expect(";");
            }
            case ".section" -> skipSection();
            case ".visible", ".weak", ".common" -> {}
            case ".extern" -> declaration(true);
            case ".entry", ".func" -> routine(token);
            case ".global", ".const", ".shared" -> variable(token, false);
            default -> throw new PtxException(token.line(), "'" + token.text() + "' is not known here");
        }
    }

    private void declaration(boolean external) {
        var token = tokens.next();
        switch (token.text()) {
            case ".entry", ".func" -> routine(token);
            case ".global", ".const", ".shared" -> variable(token, external);
            default -> throw new PtxException(token.line(), "'" + token.text() + "' is not known here");
        }
    }

    private static int tenfold(String version, int line) {
        var parts = version.split("\\.");
        if (parts.length != 2) {
            throw new PtxException(line, "not a version: " + version);
        }
        return (int) (10 * Constants.integer(parts[0], line) + Constants.integer(parts[1], line));
    }

    private void target(int line) {
        var name = tokens.word();
        var digits = name.replaceAll("^sm_|[af]$", "");
        target = (int) Constants.integer(digits, line);
        while (tokens.accept(",")) {
            tokens.word();
        }
    }

    private void skipSection() {
        while (!tokens.accept("{")) {
            tokens.next();
        }
        while (!tokens.accept("}")) {
            tokens.next();
        }
    }

    private void variable(Token space, boolean external) {
        for (var variable : variableParser.variables(Space.of(space.text().substring(1)), external)) {
            variables.put(variable.name(), variable);
        }
    }

    private void routine(Token kind) {
        var kernel = kind.is(".entry");
        List<Variable> results = List.of();
        if (tokens.accept("(")) {
            results = parameters();
        }
        var name = tokens.word();
        List<Variable> parameters = List.of();
        if (tokens.accept("(")) {
            parameters = parameters();
        }
        int maxThreads = attributes();
        List<Item> body = null;
        if (!tokens.accept(";")) {
            tokens.expect("{");
            body = bodies.items();
        }
        var known = routines.get(name);
        if (known == null || body != null) {
            routines.put(name, new Routine(kind.line(), name, kernel, results, parameters, maxThreads, body));
        }
    }

    private List<Variable> parameters() {
        var list = new ArrayList<Variable>();
        while (!tokens.accept(")")) {
            tokens.expect(".param");
            list.add(variableParser.variable(Space.PARAM));
            tokens.accept(",");
        }
        return list;
    }

    private int attributes() {
        int maxThreads = 0;
        while (tokens.peek().text().startsWith(".")) {
            var attribute = tokens.next();
            switch (attribute.text()) {
                case ".maxntid", ".reqntid" -> maxThreads = product();
                case ".minnctapersm", ".maxnreg", ".maxnctapersm" -> tokens.number();
                case ".noreturn" -> {}
                case ".pragma" -> {
                    tokens.next();
                    tokens.expect(";");
                }
                default -> throw new PtxException(attribute.line(), "'" + attribute.text() + "' is not known here");
            }
        }
        return maxThreads;
    }

    private int product() {
        int product = tokens.number();
        while (tokens.accept(",")) {
            product *= tokens.number();
        }
        return product;
    }
}
