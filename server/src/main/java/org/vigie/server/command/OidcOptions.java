package org.vigie.server.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.accounts.OidcSettings;
import org.vigie.server.config.SecretFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The mission's identity provider, for the command that serves a mission. */
final class OidcOptions {

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description = "Identity provider (OpenID Connect) that people may sign in at.")
  private @Nullable URI issuer;

  @Option(
      names = "--oidc-client-id",
      paramLabel = "ID",
      description = "What the provider calls this server.")
  private @Nullable String clientId;

  @Option(
      names = "--oidc-client-secret-file",
      paramLabel = "FILE",
      description = "File with the secret that the provider gave for it.")
  private @Nullable Path secretFile;

  Optional<OidcSettings> settings() {
    if (issuer == null && clientId == null && secretFile == null) {
      return Optional.empty();
    }
    if (issuer == null || clientId == null || secretFile == null) {
      throw new ParameterException(
          command.commandLine(),
          "--oidc-issuer, --oidc-client-id and --oidc-client-secret-file belong together: give all"
              + " three.");
    }
    try {
      if (SecretFile.isOpenToOthers(secretFile)) {
        throw new CannotRunException("--oidc-client-secret-file: " + SecretFile.remedy(secretFile));
      }
      return Optional.of(new OidcSettings(issuer, clientId, Files.readString(secretFile).strip()));
    } catch (IOException unreadable) {
      throw new CannotRunException(
          "--oidc-client-secret-file: "
              + secretFile
              + " cannot be read. Give a file that the"
              + " server's user may read.");
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(command.commandLine(), "--oidc-…: " + wrong.getMessage());
    }
  }
}
