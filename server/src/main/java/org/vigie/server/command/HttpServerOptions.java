package org.vigie.server.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.TlsFiles;
import org.vigie.server.http.TrustedProxies;
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
          "Address to listen on. Anything but this machine's own (127.0.0.1) needs a certificate,"
              + " or --insecure-http. Default: 127.0.0.1.")
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

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description =
          "Certificate with those that lead to its authority, PEM. Read again when it is replaced.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Its private key, PEM (PKCS #8, unencrypted), which nobody else may read.")
  private @Nullable Path key;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "Address or network (10.1.0.0/24) of a proxy in front, separated by commas: its"
              + " X-Forwarded-For tells where a request comes from. Default: nobody is believed.")
  private List<String> trustedProxies = List.of();

  @Option(
      names = "--offline-classification",
      paramLabel = "MARK",
      defaultValue = "UNCLASSIFIED",
      description =
          "Highest mark of answers and of unsent entries that may lie on the disks of browsers for"
              + " when they have no line: none (no answers), UNCLASSIFIED or CONFIDENTIAL. Default:"
              + " UNCLASSIFIED.")
  private String offlineClassification;

  @Option(
      names = "--offline-locked",
      paramLabel = "MARK",
      defaultValue = "CONFIDENTIAL",
      description =
          "Highest mark of answers that may lie there locked with a passphrase that whoever uses"
              + " the computer chooses: none or CONFIDENTIAL; none too where"
              + " --offline-classification is none. Default: CONFIDENTIAL.")
  private String offlineLocked;

  @Option(
      names = "--insecure-http",
      description =
          "Serve plain HTTP to other machines: only behind a proxy that speaks TLS, with"
              + " --public-url, or in a closed network.")
  private boolean insecureHttp;

  /**
   * @throws BadInputException when the certificate or its key cannot be used
   */
  HttpOptions options() throws BadInputException {
    HttpOptions options = asGiven();
    if (options.tls().isPresent()) {
      options.tls().get().check();
    }
    if (!options.isSafelyReachable() && !insecureHttp) {
      throw new CannotRunException(
          "Passwords and reports would cross the network in clear: "
              + host
              + " is not this machine alone. Give --tls-certificate and --tls-key; or, behind a"
              + " proxy that speaks TLS, say --insecure-http.");
    }
    return options;
  }

  /** Whether plain HTTP to other machines is wanted. */
  boolean isInsecureWanted() {
    return insecureHttp;
  }

  /** Whether or not a server should be started so. */
  HttpOptions asGiven() {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          command.commandLine(), "--port must lie between 0 and " + LAST_PORT + ", not " + port);
    }
    try {
      HttpOptions plain =
          new HttpOptions(host, port, Optional.ofNullable(publicUrl), Set.copyOf(hostNames));
      HttpOptions options = tls().map(plain::withTls).orElse(plain);
      return options.withProxies(proxies()).withKept(kept());
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(command.commandLine(), "--public-url: " + wrong.getMessage());
    }
  }

  private KeptOffline kept() {
    KeptOffline open = read("--offline-classification", offlineClassification, KeptOffline::of);
    return read("--offline-locked", offlineLocked, open::locked);
  }

  private KeptOffline read(String option, String word, Function<String, KeptOffline> reader) {
    try {
      return reader.apply(word);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(command.commandLine(), option + ": " + wrong.getMessage() + ".");
    }
  }

  private TrustedProxies proxies() {
    try {
      return TrustedProxies.of(trustedProxies);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          command.commandLine(), "--trusted-proxy: " + wrong.getMessage() + ".");
    }
  }

  private Optional<TlsFiles> tls() {
    if (certificate == null && key == null) {
      return Optional.empty();
    }
    if (certificate == null || key == null) {
      throw new ParameterException(
          command.commandLine(), "--tls-certificate and --tls-key belong together: give both.");
    }
    return Optional.of(new TlsFiles(certificate, key));
  }
}
