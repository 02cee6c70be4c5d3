package dev.winnow.replay.expression;

import dev.winnow.engine.Suggestion;
import dev.winnow.replay.expression.ExpressionParser.BinaryContext;
import dev.winnow.replay.expression.ExpressionParser.CallContext;
import dev.winnow.replay.expression.ExpressionParser.ExpressionContext;
import dev.winnow.replay.expression.ExpressionParser.GroupContext;
import dev.winnow.replay.expression.ExpressionParser.NameContext;
import dev.winnow.replay.expression.ExpressionParser.NumberContext;
import dev.winnow.replay.expression.ExpressionParser.RootContext;
import dev.winnow.replay.expression.ExpressionParser.TextContext;
import dev.winnow.replay.expression.ExpressionParser.UnaryContext;
import dev.winnow.replay.expression.Names.Meaning;
import dev.winnow.replay.indicator.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Syntax trees to nodes of one graph: finds what names mean, checks types, and gathers every problem it meets. Null
 * stands for a part with a problem, so that the other parts are still looked at.
 */
final class Compiler {
    /** Deepest nesting of syntax trees, through 'let' names too. */
    private static final int MAX_DEPTH = 700;

    private final Graph graph;
    private final IndicatorLookup indicators;
    private final List<ExpressionProblem> problems = new ArrayList<>();
    private int depth;

    Compiler(Graph graph, IndicatorLookup indicators) {
        this.graph = graph;
        this.indicators = indicators;
    }

    Graph graph() {
        return graph;
    }

    List<ExpressionProblem> problems() {
        return problems;
    }

    void problem(String key, int offset, String message) {
        problems.add(new ExpressionProblem(key, offset, message));
    }

    /** The syntax tree, or null after telling why there is none. */
    @Nullable
    RootContext read(String key, String text) {
        try {
            return ExpressionReader.read(text);
        } catch (ExpressionReader.SyntaxProblem stopped) {
            problem(key, stopped.offset(), stopped.text());
            return null;
        }
    }

    /** The node of a tree read from {@code text}, or null after telling what is wrong with it. */
    @Nullable
    Node compile(String key, String text, RootContext tree, Names names) {
        try {
            return new Walk(key, text, names).visit(tree.expression());
        } catch (Graph.Limit limit) {
            problem(key, 0, String.valueOf(limit.getMessage()));
            return null;
        }
    }

    /** {@link #read} and {@link #compile} of one text. */
    @Nullable
    Node compile(String key, String text, Names names) {
        RootContext tree = read(key, text);
        return tree == null ? null : compile(key, text, tree, names);
    }

    /** One pass over one text's tree. */
    private final class Walk extends ExpressionBaseVisitor<@Nullable Node> {
        private final String key;
        private final String text;
        private final Names names;

        Walk(String key, String text, Names names) {
            this.key = key;
            this.text = text;
            this.names = names;
        }

        @Nullable
        Node visit(ExpressionContext tree) {
            if (depth >= MAX_DEPTH) {
                return refuse(tree, "nested deeper than " + MAX_DEPTH + " levels; make the rule simpler");
            }
            depth++;
            try {
                return super.visit(tree);
            } finally {
                depth--;
            }
        }

        @Override
        public @Nullable Node visitNumber(NumberContext tree) {
            return graph.number(Double.parseDouble(tree.getText()));
        }

        @Override
        public @Nullable Node visitText(TextContext tree) {
            String quoted = tree.getText();
            return graph.text(quoted.substring(1, quoted.length() - 1));
        }

        @Override
        public @Nullable Node visitGroup(GroupContext tree) {
            return visit(tree.expression());
        }

        @Override
        public @Nullable Node visitName(NameContext tree) {
            String name = tree.getText();
            return switch (names.find(name)) {
                case Meaning.Known known -> known.node();
                case Meaning.Broken broken -> null;
                case Meaning.Refused refused -> refuse(tree, refused.message());
                case null -> unknownName(tree, name);
            };
        }

        private @Nullable Node unknownName(ParserRuleContext tree, String name) {
            Function function = Function.find(name);
            if (function != null) {
                return refuse(tree, "'" + name + "' is a function; write " + function.signature());
            }
            Indicator indicator = indicators.find(name);
            if (indicator != null) {
                if (names.bars() && indicator.arguments().stream().allMatch(Indicator.Argument::optional)) {
                    return indicator(tree, indicator, List.of(), List.of());
                }
                return refuse(tree, "'" + name + "' is an indicator; write " + indicator.signature());
            }
            return refuse(tree, "unknown name '" + name + "'" + Suggestion.of(name, names.all()));
        }

        @Override
        public @Nullable Node visitUnary(UnaryContext tree) {
            Node operand = visit(tree.operand);
            if (operand == null) {
                return null;
            }
            boolean negation = tree.operator.getType() == ExpressionLexer.NOT;
            if (negation
                    ? !logical(tree.operator, tree.operand, operand)
                    : !numeric(tree.operator, tree.operand, operand)) {
                return null;
            }
            return graph.unary(negation ? Operation.NOT : Operation.NEGATE, operand);
        }

        @Override
        public @Nullable Node visitBinary(BinaryContext tree) {
            Node left = visit(tree.left);
            Node right = visit(tree.right);
            if (left == null || right == null) {
                return null;
            }
            return switch (tree.operator.getType()) {
                case ExpressionLexer.PLUS -> arithmetic(tree, Operation.ADD, left, right);
                case ExpressionLexer.MINUS -> arithmetic(tree, Operation.SUBTRACT, left, right);
                case ExpressionLexer.TIMES -> arithmetic(tree, Operation.MULTIPLY, left, right);
                case ExpressionLexer.OVER -> arithmetic(tree, Operation.DIVIDE, left, right);
                case ExpressionLexer.MODULO -> arithmetic(tree, Operation.REMAINDER, left, right);
                case ExpressionLexer.POWER -> arithmetic(tree, Operation.POWER, left, right);
                case ExpressionLexer.LESS -> order(tree, Operation.LESS, left, right);
                case ExpressionLexer.LESS_EQUAL -> order(tree, Operation.LESS_EQUAL, left, right);
                case ExpressionLexer.GREATER -> order(tree, Operation.GREATER, left, right);
                case ExpressionLexer.GREATER_EQUAL -> order(tree, Operation.GREATER_EQUAL, left, right);
                case ExpressionLexer.EQUAL -> equality(tree, true, left, right);
                case ExpressionLexer.NOT_EQUAL -> equality(tree, false, left, right);
                case ExpressionLexer.AND -> logic(tree, Operation.AND, left, right);
                case ExpressionLexer.OR -> logic(tree, Operation.OR, left, right);
                default -> throw new IllegalStateException("operator " + tree.operator);
            };
        }

        private @Nullable Node arithmetic(BinaryContext tree, Operation operation, Node left, Node right) {
            boolean fit = numeric(tree.operator, tree.left, left) & numeric(tree.operator, tree.right, right);
            return fit ? graph.arithmetic(operation, left, right) : null;
        }

        private @Nullable Node order(BinaryContext tree, Operation operation, Node left, Node right) {
            boolean fit = numeric(tree.operator, tree.left, left) & numeric(tree.operator, tree.right, right);
            return fit ? graph.compare(operation, left, right) : null;
        }

        private @Nullable Node logic(BinaryContext tree, Operation operation, Node left, Node right) {
            boolean fit = logical(tree.operator, tree.left, left) & logical(tree.operator, tree.right, right);
            return fit ? graph.logic(operation, left, right) : null;
        }

        private @Nullable Node equality(BinaryContext tree, boolean equal, Node left, Node right) {
            if (left.type().numeric() && right.type().numeric()) {
                return graph.compare(equal ? Operation.EQUAL : Operation.NOT_EQUAL, left, right);
            }
            if (left.type().logical() && right.type().logical()) {
                Node differs = graph.logic(Operation.DIFFERS, left, right);
                return equal ? graph.unary(Operation.NOT, differs) : differs;
            }
            if (left.type() == ValueType.NAME && right.type() == ValueType.NAME) {
                Node same = sameName(tree, left, right);
                return same == null || equal ? same : graph.unary(Operation.NOT, same);
            }
            return refuse(
                    tree.operator,
                    "'" + tree.operator.getText() + "' compares like with like, but " + shown(tree.left) + " is "
                            + left.type().text() + " and " + shown(tree.right) + " is "
                            + right.type().text());
        }

        private @Nullable Node sameName(BinaryContext tree, Node left, Node right) {
            boolean leftText = left.operation() == Operation.TEXT;
            boolean rightText = right.operation() == Operation.TEXT;
            if (leftText && rightText) {
                return graph.flag(left.name().equals(right.name()));
            }
            if (!leftText && !rightText) {
                return refuse(
                        tree.operator, "compare a parameter of names with a text in quotes, as mode == \"trend\"");
            }
            Node parameter = leftText ? right : left;
            Node asked = leftText ? left : right;
            List<String> known = graph.axes().get((int) parameter.value()).names();
            int position = known.indexOf(asked.name());
            if (position < 0) {
                return refuse(
                        leftText ? tree.left : tree.right,
                        "parameter '" + parameter.name() + "' never is '" + asked.name() + "'"
                                + Suggestion.of(asked.name(), known));
            }
            return graph.nameIs(parameter, position);
        }

        @Override
        public @Nullable Node visitCall(CallContext tree) {
            String name = tree.NAME().getText();
            List<ExpressionContext> places = tree.expression();
            List<@Nullable Node> given = new ArrayList<>();
            for (ExpressionContext place : places) {
                given.add(visit(place));
            }
            Function function = Function.find(name);
            Indicator indicator = function == null ? indicators.find(name) : null;
            if (function == null && indicator == null) {
                return unknownFunction(tree, name);
            }
            List<Node> arguments = new ArrayList<>();
            for (Node argument : given) {
                if (argument == null) {
                    return null;
                }
                arguments.add(argument);
            }
            return function != null
                    ? function(tree, function, places, arguments)
                    : indicator(tree, indicator, places, arguments);
        }

        private @Nullable Node unknownFunction(CallContext tree, String name) {
            if (names.find(name) != null) {
                return refuse(tree, "'" + name + "' is not a function; write it without parentheses");
            }
            TreeSet<String> known = new TreeSet<>(Function.names());
            known.addAll(indicators.names());
            return refuse(tree, "unknown function '" + name + "'" + Suggestion.of(name, known));
        }

        private @Nullable Node function(
                CallContext tree, Function function, List<ExpressionContext> places, List<Node> given) {
            if (given.size() != function.arity()) {
                return refuse(
                        tree,
                        "'" + function.text() + "' is written " + function.signature() + ", but was given "
                                + given.size() + (given.size() == 1 ? " argument" : " arguments"));
            }
            Call call = new Call(tree, function.text(), places, given);
            return switch (function) {
                case ABS -> call.numeric(0) ? graph.unary(Operation.ABS, call.at(0)) : null;
                case LOG -> call.numeric(0) ? graph.unary(Operation.LOG, call.at(0)) : null;
                case EXP -> call.numeric(0) ? graph.unary(Operation.EXP, call.at(0)) : null;
                case SQRT -> call.numeric(0) ? graph.unary(Operation.SQRT, call.at(0)) : null;
                case SIGN -> call.numeric(0) ? graph.unary(Operation.SIGN, call.at(0)) : null;
                case MIN ->
                    call.numeric(0) & call.numeric(1) ? graph.arithmetic(Operation.MIN, call.at(0), call.at(1)) : null;
                case MAX ->
                    call.numeric(0) & call.numeric(1) ? graph.arithmetic(Operation.MAX, call.at(0), call.at(1)) : null;
                case CLAMP ->
                    call.numeric(0) & call.numeric(1) & call.numeric(2)
                            ? graph.arithmetic(
                                    Operation.MIN, graph.arithmetic(Operation.MAX, call.at(0), call.at(1)), call.at(2))
                            : null;
                case IF -> choice(call);
                case HOUR, DAY_OF_WEEK, MONTH -> calendar(tree, function);
                case CROSSES_ABOVE -> crossing(call, Operation.CROSSES_ABOVE);
                case CROSSES_BELOW -> crossing(call, Operation.CROSSES_BELOW);
                case RISING ->
                    call.column(0) & call.whole(1, "n", 1)
                            ? graph.node(Operation.RISING, ValueType.PLANE, call.at(0), call.at(1))
                            : null;
                case FALLING ->
                    call.column(0) & call.whole(1, "n", 1)
                            ? graph.node(Operation.FALLING, ValueType.PLANE, call.at(0), call.at(1))
                            : null;
                case WITHIN ->
                    call.plane(0) & call.whole(1, "n", 1)
                            ? graph.node(Operation.WITHIN, ValueType.PLANE, call.at(0), call.at(1))
                            : null;
                case LAG ->
                    call.wide(0) & call.whole(1, "k", 0)
                            ? graph.node(Operation.LAG, call.at(0).type(), call.at(0), call.at(1))
                            : null;
                case SINCE -> call.plane(0) ? graph.node(Operation.SINCE, ValueType.PLANE, call.at(0)) : null;
                case ONCE -> call.plane(0) ? graph.node(Operation.ONCE, ValueType.PLANE, call.at(0)) : null;
                case BARS_SINCE ->
                    call.plane(0) ? graph.node(Operation.BARS_SINCE, ValueType.COLUMN, call.at(0)) : null;
            };
        }

        private @Nullable Node calendar(CallContext tree, Function function) {
            return names.find(function.text()) instanceof Meaning.Known known
                    ? known.node()
                    : refuse(tree, noBars(function.text()));
        }

        private @Nullable Node choice(Call call) {
            if (!call.logical(0)) {
                return null;
            }
            Node a = call.at(1);
            Node b = call.at(2);
            boolean fit = (a.type().numeric() && b.type().numeric())
                    || (a.type().logical() && b.type().logical());
            if (!fit) {
                return refuse(
                        call.places.get(2),
                        "the branches of 'if' must both be numbers or both booleans, but " + shown(call.places.get(1))
                                + " is " + a.type().text() + " and " + shown(call.places.get(2)) + " is "
                                + b.type().text());
            }
            return graph.choose(call.at(0), a, b);
        }

        private @Nullable Node crossing(Call call, Operation direction) {
            if (!(call.numeric(0) & call.numeric(1))) {
                return null;
            }
            if (call.at(0).type().scalar() && call.at(1).type().scalar()) {
                return refuse(
                        call.tree,
                        "'" + call.function + "' needs a number column, but " + shown(call.places.get(0)) + " and "
                                + shown(call.places.get(1)) + " never change from bar to bar");
            }
            return graph.crosses(direction, call.at(0), call.at(1));
        }

        private @Nullable Node indicator(
                ParserRuleContext tree, Indicator indicator, List<ExpressionContext> places, List<Node> given) {
            if (!names.bars()) {
                return refuse(tree, noBars(indicator.name()));
            }
            List<Indicator.Argument> wanted = indicator.arguments();
            long required =
                    wanted.stream().filter(argument -> !argument.optional()).count();
            if (given.size() > wanted.size() || given.size() < required) {
                return refuse(
                        tree,
                        "'" + indicator.name() + "' is written " + indicator.signature() + ", but was given "
                                + given.size() + (given.size() == 1 ? " argument" : " arguments"));
            }
            Call call = new Call(tree, indicator.name(), places, given);
            List<Node> inputs = new ArrayList<>();
            boolean fit = true;
            for (int i = 0; i < wanted.size(); i++) {
                Indicator.Argument argument = wanted.get(i);
                if (i >= given.size()) {
                    inputs.add(graph.number(argument.defaultValue()));
                    continue;
                }
                fit &= switch (argument.type()) {
                    case COLUMN -> call.column(i);
                    case WINDOW -> call.whole(i, argument.name(), 1);
                    case NUMBER -> call.finite(i, argument.name());
                };
                inputs.add(given.get(i));
            }
            return fit ? graph.indicator(indicator, inputs) : null;
        }

        /** The arguments of one call, with the questions that are asked of them; each no is told. */
        private final class Call {
            private final ParserRuleContext tree;
            private final String function;
            private final List<ExpressionContext> places;
            private final List<Node> given;

            Call(ParserRuleContext tree, String function, List<ExpressionContext> places, List<Node> given) {
                this.tree = tree;
                this.function = function;
                this.places = places;
                this.given = given;
            }

            Node at(int place) {
                return given.get(place);
            }

            boolean numeric(int place) {
                return at(place).type().numeric() || wrong(place, "a number");
            }

            boolean logical(int place) {
                return at(place).type().logical() || wrong(place, "a boolean");
            }

            boolean column(int place) {
                return (at(place).type() == ValueType.COLUMN || wrong(place, "a number column")) && barsAtHand();
            }

            boolean plane(int place) {
                return (at(place).type() == ValueType.PLANE || wrong(place, "a boolean column")) && barsAtHand();
            }

            boolean wide(int place) {
                return (!at(place).type().scalar() || wrong(place, "a column")) && barsAtHand();
            }

            /** A scalar; if its value is known now it is a whole number of at least {@code least}. */
            boolean whole(int place, String name, int least) {
                if (at(place).type() != ValueType.NUMBER) {
                    return wrong(place, "the same number on every bar as '" + name + "'");
                }
                if (at(place).constant() && !PlaneCursor.whole(at(place).value(), least)) {
                    refuse(
                            places.get(place),
                            PlaneCursor.notWhole(
                                    function, name, least, at(place).value()));
                    return false;
                }
                return true;
            }

            boolean finite(int place, String name) {
                if (at(place).type() != ValueType.NUMBER) {
                    return wrong(place, "the same number on every bar as '" + name + "'");
                }
                if (at(place).constant() && !Double.isFinite(at(place).value())) {
                    refuse(
                            places.get(place),
                            PlaneCursor.notFinite(function, name, at(place).value()));
                    return false;
                }
                return true;
            }

            private boolean barsAtHand() {
                if (!names.bars()) {
                    refuse(tree, noBars(function));
                }
                return names.bars();
            }

            private boolean wrong(int place, String wanted) {
                refuse(
                        places.get(place),
                        "'" + function + "' takes " + wanted + " here, but " + shown(places.get(place)) + " is "
                                + at(place).type().text());
                return false;
            }
        }

        private boolean numeric(Token operator, ExpressionContext place, Node node) {
            return node.type().numeric() || wrong(operator, place, node, "numbers");
        }

        private boolean logical(Token operator, ExpressionContext place, Node node) {
            return node.type().logical() || wrong(operator, place, node, "booleans");
        }

        private boolean wrong(Token operator, ExpressionContext place, Node node, String wanted) {
            refuse(
                    place,
                    "'" + operator.getText() + "' takes " + wanted + ", but " + shown(place) + " is "
                            + node.type().text());
            return false;
        }

        private @Nullable Node refuse(ParserRuleContext tree, String message) {
            return refuse(tree.getStart(), message);
        }

        private @Nullable Node refuse(Token token, String message) {
            problem(key, ExpressionReader.offset(text, token), message);
            return null;
        }

        private String shown(ExpressionContext place) {
            int from = ExpressionReader.offset(text, place.getStart());
            int to = text.offsetByCodePoints(0, place.getStop().getStopIndex() + 1);
            String part = text.substring(from, to).replaceAll("\\s+", " ");
            return part.length() > 40 ? "'" + part.substring(0, 39) + "…'" : "'" + part + "'";
        }
    }

    private static String noBars(String name) {
        return "'" + name + "' needs bars, which there are none of here";
    }
}
