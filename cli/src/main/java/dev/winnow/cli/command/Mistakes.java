package dev.winnow.cli.command;

import dev.winnow.cli.console.ExitCode;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong: a user's mistake in one line each, a bug with its stack trace. */
final class Mistakes implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final PrintStream err;

    Mistakes(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandSpec command = mistake.getCommandLine().getCommandSpec();
        String problem = mistake instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().isEmpty()
                ? unknown(unmatched.getUnmatched().getFirst(), command)
                : oneLine(mistake.getMessage());
        if (mistake instanceof MissingParameterException) {
            problem += "; see " + command.qualifiedName() + " --help";
        }
        err.println(command.qualifiedName() + ": " + problem);
        return ExitCode.USAGE;
    }

    private static String unknown(String argument, CommandSpec command) {
        if (argument.startsWith("-") && argument.length() > 1) {
            String option = argument.split("=", 2)[0];
            return "unknown option '" + option + "'"
                    + Suggestion.of(option, List.copyOf(command.optionsMap().keySet()));
        }
        return command.subcommands().isEmpty()
                ? "unexpected argument '" + argument + "'; see " + command.qualifiedName() + " --help"
                : "unknown command '" + argument + "'"
                        + Suggestion.of(argument, command.subcommands().keySet());
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult parsed) {
        if (exception instanceof UserError mistake) {
            mistake.problems().forEach(err::println);
            return ExitCode.USAGE;
        }
        err.println(line.getCommandSpec().qualifiedName() + ": a bug, not your mistake; please report it with:");
        exception.printStackTrace(err);
        return ExitCode.FAILED;
    }

    private static String oneLine(String message) {
        return String.join(
                " ", Stream.of(message.split("\\R")).map(String::strip).toList());
    }
}
