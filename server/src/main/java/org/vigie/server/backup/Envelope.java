package org.vigie.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The head of a backup file and the cipher of its chunks: AES-256-GCM, each chunk under a nonce of
 * its number and of whether it is the last, so that none can be left out, repeated, moved or cut
 * off; the head is authenticated with each (the construction is known as STREAM, Hoang,
 * Reyhanitabar, Rogaway and Vizár 2015).
 *
 * <pre>
 * 16 bytes  "VIGIE BACKUP 1\r\n"
 *  1        1: key from a passphrase (Argon2id), 0: key from a file
 * 16        salt
 *  7        begin of every nonce
 * 16        begin of HMAC-SHA256(key, the bytes before): tells a wrong key from a damaged file
 * </pre>
 *
 * then chunks of 1 MiB, each with 16 bytes of tag behind, the last shorter.
 */
final class Envelope {

  static final int CHUNK = 1 << 20;
  static final int TAG = 16;

  private static final byte[] MAGIC = "VIGIE BACKUP 1\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 16;
  private static final int PREFIX = 7;
  private static final int CHECK = 16;
  private static final int HEAD = MAGIC.length + 1 + SALT + PREFIX + CHECK;

  private final byte[] head;
  private final SecretKeySpec key;
  private int chunk;

  private Envelope(byte[] head, byte[] key) {
    this.head = head;
    this.key = new SecretKeySpec(key, "AES");
  }

  /** A new one, with a salt and a nonce of its own. */
  static Envelope seal(BackupKey key) {
    byte[] random = new byte[SALT + PREFIX];
    new SecureRandom().nextBytes(random);
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    head.put(MAGIC).put((byte) (key.isStretched() ? 1 : 0)).put(random);
    byte[] bytes = key.bytes(Arrays.copyOf(random, SALT));
    head.put(check(head.array(), bytes));
    return new Envelope(head.array(), bytes);
  }

  /**
   * The one that a file begins with.
   *
   * @throws BackupException when it is no backup, or not of this key
   */
  static Envelope open(InputStream in, BackupKey key) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    if (head.length < HEAD || !Arrays.equals(Arrays.copyOf(head, MAGIC.length), MAGIC)) {
      throw new BackupException("This is not a backup of Vigie's, or its beginning is damaged.");
    }
    boolean stretched = head[MAGIC.length] == 1;
    if (stretched != key.isStretched()) {
      throw new BackupException(
          stretched
              ? "This backup was made with a passphrase, not with a key file."
              : "This backup was made with a key file, not with a passphrase.");
    }
    byte[] salt = Arrays.copyOfRange(head, MAGIC.length + 1, MAGIC.length + 1 + SALT);
    byte[] bytes = key.bytes(salt);
    byte[] wanted = Arrays.copyOfRange(head, HEAD - CHECK, HEAD);
    if (!MessageDigest.isEqual(wanted, check(head, bytes))) {
      throw new BackupException("The key does not fit this backup, or its head was changed.");
    }
    return new Envelope(head, bytes);
  }

  byte[] head() {
    return head.clone();
  }

  byte[] encrypt(byte[] plain, int length, boolean last) {
    try {
      return next(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java has AES-GCM", impossible);
    }
  }

  /**
   * @throws BackupException when a single bit is not as it was written
   */
  byte[] decrypt(byte[] sealed, int length, boolean last) {
    int number = chunk + 1;
    if (length < TAG) {
      throw damaged(number);
    }
    try {
      return next(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length);
    } catch (GeneralSecurityException broken) {
      throw damaged(number);
    }
  }

  private static BackupException damaged(int number) {
    return new BackupException(
        "The backup is damaged, cut off or was changed, in its chunk " + number + ".");
  }

  private Cipher next(int mode, boolean last) throws GeneralSecurityException {
    ByteBuffer nonce = ByteBuffer.allocate(12);
    nonce.put(head, MAGIC.length + 1 + SALT, PREFIX).putInt(Math.incrementExact(chunk) - 1);
    chunk++;
    nonce.put((byte) (last ? 1 : 0));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce.array()));
    cipher.updateAAD(head);
    return cipher;
  }

  private static byte[] check(byte[] head, byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head, 0, HEAD - CHECK);
      return Arrays.copyOf(mac.doFinal(), CHECK);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java has HMAC-SHA256", impossible);
    }
  }
}
