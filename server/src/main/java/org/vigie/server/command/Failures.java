package org.vigie.server.command;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.store.DumpException;
import org.vigie.geodata.store.StoreUnavailableException;
import org.vigie.geodata.store.cluster.ClusterException;
import org.vigie.server.backup.BackupException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong in a command into a sentence and an exit code. */
public final class Failures implements IExecutionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof BadInputException bad) {
      for (Fault fault : bad.faults()) {
        command.getErr().println(fault);
      }
      return ExitCode.FAILED;
    }
    if (failure instanceof ClusterException
        || failure instanceof StoreUnavailableException
        || failure instanceof CannotRunException) {
      command.getErr().println(sentence(String.valueOf(failure.getMessage())));
      return ExitCode.CANNOT_RUN;
    }
    if (failure instanceof BackupException || failure instanceof DumpException) {
      command.getErr().println("Refused: " + failure.getMessage());
      return ExitCode.FAILED;
    }
    LOG.error("{} failed", command.getCommandName(), failure);
    command.getErr().println("This is a fault of Vigie's: " + failure);
    return ExitCode.FAILED;
  }

  private static String sentence(String message) {
    String begun = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }

  /** Says what is wrong and where help is, without a page of it. */
  public static int wrongUsage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println(wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
    command
        .getErr()
        .println("Try " + command.getCommandSpec().qualifiedName() + " --help for the choices.");
    return ExitCode.USAGE;
  }
}
