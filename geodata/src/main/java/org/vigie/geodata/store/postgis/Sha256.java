package org.vigie.geodata.store.postgis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java has. */
final class Sha256 {

  private Sha256() {}

  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  static byte[] of(byte[]... parts) {
    MessageDigest sha = begin();
    for (byte[] part : parts) {
      sha.update(part);
    }
    return sha.digest();
  }
}
