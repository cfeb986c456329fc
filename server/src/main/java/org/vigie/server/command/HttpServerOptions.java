package org.vigie.server.command;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.server.http.HttpOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the server listens, for every command that serves. */
final class HttpServerOptions {

  private static final int LAST_PORT = 65_535;

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port to listen on, 0 for any free one. Default: 8080.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on. Nobody logs in yet: leave it at 127.0.0.1 unless something in"
              + " front decides who may come in. Default: 127.0.0.1.")
  private String host;

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      split = ",",
      description = "Further names that browsers may call the server by, separated by commas.")
  private List<String> hostNames = List.of();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "What clients call the server when a proxy stands in front of it.")
  private @Nullable URI publicUrl;

  HttpOptions options() {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          command.commandLine(), "--port must lie between 0 and " + LAST_PORT + ", not " + port);
    }
    try {
      return new HttpOptions(host, port, Optional.ofNullable(publicUrl), Set.copyOf(hostNames));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(command.commandLine(), "--public-url: " + wrong.getMessage());
    }
  }
}
