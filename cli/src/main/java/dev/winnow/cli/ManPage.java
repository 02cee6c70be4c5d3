package dev.winnow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The man page of one command, written from the same declarations as its {@code --help}, in the man(7) macros.
 *
 * @param command what the page is about
 */
record ManPage(CommandSpec command) {
    /** A page for the command and for each visible subcommand below it. */
    static List<ManPage> all(CommandLine line) {
        List<ManPage> pages = new ArrayList<>();
        pages.add(new ManPage(line.getCommandSpec()));
        visible(line.getCommandSpec()).forEach(sub -> pages.addAll(all(sub)));
        return pages;
    }

    private static Stream<CommandLine> visible(CommandSpec command) {
        return command.subcommands().values().stream()
                .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                .distinct();
    }

    /** {@code winnow-data-describe.1}. */
    String fileName() {
        return command.qualifiedName("-") + ".1";
    }

    String roff() {
        StringBuilder out = new StringBuilder();
        UsageMessageSpec usage = command.usageMessage();
        String name = command.qualifiedName("-");
        out.append(".TH \"%s\" 1 \"\" \"winnow\" \"winnow manual\"\n"
                .formatted(escape(name.toUpperCase(java.util.Locale.ROOT))));
        List<String> description = lines(usage.description());
        out.append(
                ".SH NAME\n%s \\- %s\n".formatted(escape(name), description.isEmpty() ? "" : description.getFirst()));
        out.append(".SH SYNOPSIS\n.nf\n%s\n.fi\n".formatted(escape(synopsis())));
        section(out, "DESCRIPTION", description);
        arguments(out, "ARGUMENTS", command.positionalParameters());
        arguments(out, "OPTIONS", command.options());
        commands(out);
        pairs(out, "EXIT STATUS", exitCodes());
        section(out, "NOTES", lines(usage.footer()));
        seeAlso(out);
        return out.toString();
    }

    private String synopsis() {
        Help help = new Help(command, Help.defaultColorScheme(Help.Ansi.OFF));
        return help.synopsis(0).strip();
    }

    private static void section(StringBuilder out, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            out.append(".SH ").append(heading).append('\n');
            lines.forEach(line -> out.append(line).append("\n.br\n"));
        }
    }

    private static void arguments(StringBuilder out, String heading, List<? extends ArgSpec> args) {
        List<? extends ArgSpec> shown =
                args.stream().filter(arg -> !arg.hidden()).toList();
        if (shown.isEmpty()) {
            return;
        }
        out.append(".SH ").append(heading).append('\n');
        for (ArgSpec arg : shown) {
            String names = arg instanceof OptionSpec option ? String.join(", ", option.names()) : "";
            String label = arg.arity().max() == 0 ? "" : arg.paramLabel();
            out.append(".TP\n\\fB%s\\fR \\fI%s\\fR\n".formatted(escape(names), escape(label)));
            lines(arg.description()).forEach(line -> out.append(line).append('\n'));
        }
    }

    private void commands(StringBuilder out) {
        List<CommandLine> commands = visible(command).toList();
        if (!commands.isEmpty()) {
            out.append(".SH COMMANDS\n");
        }
        for (CommandLine sub : commands) {
            List<String> text = lines(sub.getCommandSpec().usageMessage().description());
            out.append(".TP\n\\fB%s\\fR\n%s\n"
                    .formatted(escape(sub.getCommandName()), text.isEmpty() ? "" : text.getFirst()));
        }
    }

    private static void pairs(StringBuilder out, String heading, Map<String, String> pairs) {
        out.append(".SH ").append(heading).append('\n');
        pairs.forEach((key, text) -> out.append(".TP\n\\fB%s\\fR\n%s\n".formatted(escape(key), escape(text))));
    }

    private void seeAlso(StringBuilder out) {
        List<String> others = Stream.concat(
                        Stream.ofNullable(command.parent()).map(parent -> parent.qualifiedName("-")),
                        visible(command).map(sub -> sub.getCommandSpec().qualifiedName("-")))
                .toList();
        if (!others.isEmpty()) {
            out.append(".SH SEE ALSO\n");
            out.append(String.join(
                    ", ",
                    others.stream()
                            .map(other -> "\\fB" + escape(other) + "\\fR(1)")
                            .toList()));
            out.append('\n');
        }
    }

    /** The command's own where its codes say something particular. */
    private Map<String, String> exitCodes() {
        Map<String, String> own = command.usageMessage().exitCodeList();
        return own.isEmpty() ? command.root().usageMessage().exitCodeList() : own;
    }

    private static List<String> lines(String[] text) {
        return Stream.of(text)
                .map(line -> line.replace("%n", "").replace("%%", "%"))
                .filter(line -> !line.isBlank())
                .map(ManPage::escape)
                .toList();
    }

    /** Roff reads a backslash, a leading dot or quote, and a plain hyphen in its own way. */
    private static String escape(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
