package org.vigie.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is read by its key alone and only as it was written. */
class EnvelopeTest {

  private static final long SEED = 20260705;

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private BackupKey key;

  @BeforeEach
  void makeKey() throws IOException {
    key = keyFile("key");
  }

  @Test
  void whatWasSealedIsOpenedWhateverItsLength() throws IOException {
    int chunk = Envelope.CHUNK;
    for (int length : new int[] {0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk}) {
      byte[] plain = bytes(length);
      assertThat(open(seal(plain, key), key)).isEqualTo(plain);
    }
  }

  @Test
  void aFlippedBitAnywhereIsRefused() throws IOException {
    byte[] sealed = seal(bytes(Envelope.CHUNK + 1000), key);
    for (int trial = 0; trial < 200; trial++) {
      int at = trial < 56 ? trial : random.nextInt(sealed.length);
      byte[] broken = sealed.clone();
      broken[at] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> open(broken, key))
          .as("byte " + at)
          .isInstanceOf(BackupException.class);
    }
    assertThat(open(sealed, key)).as("untouched").hasSize(Envelope.CHUNK + 1000);
  }

  @Test
  void aCutAChunkTooManyOrInAnotherPlaceIsRefused() throws IOException {
    int head = seal(new byte[0], key).length - Envelope.TAG;
    int chunk = Envelope.CHUNK + Envelope.TAG;
    byte[] sealed = seal(bytes(2 * Envelope.CHUNK + 10), key);
    for (int length : new int[] {0, 10, head, head + 1, head + chunk, head + 2 * chunk}) {
      assertThatThrownBy(() -> open(Arrays.copyOf(sealed, length), key))
          .as("cut at " + length)
          .isInstanceOf(BackupException.class);
    }
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, head, swapped, head + chunk, chunk);
    System.arraycopy(sealed, head + chunk, swapped, head, chunk);
    assertThatThrownBy(() -> open(swapped, key)).isInstanceOf(BackupException.class);
    assertThatThrownBy(() -> open(Arrays.copyOf(sealed, sealed.length + 1), key))
        .isInstanceOf(BackupException.class);
  }

  @Test
  void anotherKeyOrPassphraseIsToldSo() throws IOException {
    byte[] sealed = seal(bytes(10), key);
    assertThatThrownBy(() -> open(sealed, keyFile("other"))).hasMessageContaining("does not fit");
    BackupKey words = BackupKey.ofPassphrase("four words at random");
    assertThatThrownBy(() -> open(sealed, words)).hasMessageContaining("key file");
    byte[] withWords = seal(bytes(10), words);
    assertThat(open(withWords, BackupKey.ofPassphrase("four words at random"))).hasSize(10);
    assertThatThrownBy(() -> open(withWords, BackupKey.ofPassphrase("four words at Random")))
        .hasMessageContaining("does not fit");
    assertThatThrownBy(() -> BackupKey.ofPassphrase("short")).hasMessageContaining("12");
  }

  private BackupKey keyFile(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), HexFormat.of().formatHex(bytes(32)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return BackupKey.ofKeyFile(file);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] seal(byte[] plain, BackupKey key) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SealingStream sealing = new SealingStream(out, key)) {
      sealing.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] open(byte[] sealed, BackupKey key) throws IOException {
    try (OpeningStream opening = new OpeningStream(new ByteArrayInputStream(sealed), key)) {
      return opening.readAllBytes();
    }
  }
}
