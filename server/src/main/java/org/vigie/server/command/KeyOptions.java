package org.vigie.server.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.server.backup.BackupKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a backup is encrypted with. */
final class KeyOptions {

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "File whose first line is the passphrase, at least 12 characters. Default: asked for on"
              + " the terminal.")
  private @Nullable Path passphraseFile;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "File of 64 hexadecimal digits (openssl rand -hex 32), instead of a passphrase.")
  private @Nullable Path keyFile;

  /**
   * @param repeated whether to ask twice, since a slip would make the backup useless
   */
  BackupKey key(boolean repeated) throws IOException {
    if (passphraseFile != null && keyFile != null) {
      throw new ParameterException(
          command.commandLine(), "Give --passphrase-file or --key-file, not both.");
    }
    if (keyFile != null) {
      return BackupKey.ofKeyFile(keyFile);
    }
    return passphraseFile == null ? ask(repeated) : BackupKey.ofPassphraseFile(passphraseFile);
  }

  @SuppressWarnings("SystemConsoleNull") // with a later Java it reads nothing, which is too short
  private BackupKey ask(boolean repeated) {
    Console console = System.console();
    if (console == null) {
      throw new ParameterException(
          command.commandLine(),
          "Say --passphrase-file or --key-file: there is no terminal to ask.");
    }
    String first = String.valueOf(console.readPassword("Passphrase: "));
    if (repeated && !first.equals(String.valueOf(console.readPassword("Once more: ")))) {
      throw new ParameterException(command.commandLine(), "The two passphrases differ.");
    }
    return BackupKey.ofPassphrase(first);
  }
}
