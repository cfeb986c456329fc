package org.vigie.server.backup;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.vigie.server.config.SecretFile;

/**
 * What a backup is encrypted with: 32 random bytes from a file, or a passphrase that Argon2id
 * stretches with the salt of each backup.
 */
public final class BackupKey {

  static final int BYTES = 32;

  /** RFC 9106, the second recommended choice: 64 MiB, three passes, four lanes. */
  private static final int MEMORY_KIB = 64 * 1024;

  private static final int PASSES = 3;
  private static final int LANES = 4;
  private static final int LEAST_LENGTH = 12;

  private final byte[] secret;
  private final boolean stretched;

  private BackupKey(byte[] secret, boolean stretched) {
    this.secret = secret;
    this.stretched = stretched;
  }

  /**
   * @throws BackupException when it is too short to keep anybody out
   */
  public static BackupKey ofPassphrase(String passphrase) {
    if (passphrase.codePointCount(0, passphrase.length()) < LEAST_LENGTH) {
      throw new BackupException(
          "A passphrase needs at least "
              + LEAST_LENGTH
              + " characters: take four or more words at random.");
    }
    return new BackupKey(passphrase.getBytes(StandardCharsets.UTF_8), true);
  }

  /** The passphrase is the first line of the file. */
  public static BackupKey ofPassphraseFile(Path file) throws IOException {
    refuseOpenToOthers(file);
    return ofPassphrase(Files.readString(file).lines().findFirst().orElse("").strip());
  }

  /**
   * A file of 64 hexadecimal digits, as {@code openssl rand -hex 32} makes it.
   *
   * @throws BackupException when it is something else
   */
  public static BackupKey ofKeyFile(Path file) throws IOException {
    refuseOpenToOthers(file);
    String text = Files.readString(file).strip();
    if (!text.matches("[0-9a-fA-F]{64}")) {
      throw new BackupException(
          file + " is not a key: it takes 64 hexadecimal digits (openssl rand -hex 32).");
    }
    return new BackupKey(HexFormat.of().parseHex(text), false);
  }

  private static void refuseOpenToOthers(Path file) throws IOException {
    if (SecretFile.isOpenToOthers(file)) {
      throw new BackupException(SecretFile.remedy(file));
    }
  }

  boolean isStretched() {
    return stretched;
  }

  /** 32 bytes for one backup; 64 MiB and a fraction of a second when it is a passphrase. */
  byte[] bytes(byte[] salt) {
    if (!stretched) {
      return Arrays.copyOf(secret, BYTES);
    }
    return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, BYTES, Argon2.ID)
        .hash(secret, salt)
        .getBytes();
  }
}
