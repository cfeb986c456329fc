package org.vigie.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 256 random bits that open something: a session, a token. Only the digest is kept, so that whoever
 * reads the database cannot use it; so much chance needs no slow hash.
 */
final class RandomKey {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private RandomKey() {}

  /** A new one, 43 characters of base64url. */
  static String create() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return TEXT.encodeToString(bytes);
  }

  /** What is kept of it. */
  static byte[] digest(String key) {
    return sha256(key);
  }

  /** Another key made from this one for a purpose; does not lead back to it. */
  static String derive(String key, String purpose) {
    return TEXT.encodeToString(sha256(purpose + '\0' + key));
  }

  /** Compares in a time that does not tell how much is right. */
  static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJreHasIt) {
      throw new IllegalStateException(everyJreHasIt);
    }
  }
}
