package org.vigie.server;

import java.util.Map;
import org.vigie.server.command.Failures;
import org.vigie.server.command.VigieCommand;
import org.vigie.server.config.ConfigurationSources;
import picocli.CommandLine;

/** Entry point of the command line. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine(arguments, System.getenv()).execute(arguments));
  }

  /** The command line, with the environment and the configuration file behind its options. */
  static CommandLine commandLine(String[] arguments, Map<String, String> environment) {
    return new CommandLine(new VigieCommand())
        .setDefaultValueProvider(new ConfigurationSources(arguments, environment))
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(Failures::wrongUsage)
        .setUsageHelpAutoWidth(true);
  }
}
