package org.vigie.server.selection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.TreeSet;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.geodata.access.View;

/**
 * Positions of the log as they leave the server: AES-256-GCM under a key of the database, bound to
 * what the caller sees. Nobody can read one, make one, or go on from another's; and one from before
 * a restore or a change of rights opens nothing.
 */
public final class SealedPositions {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SEALED_BYTES = NONCE_BYTES + Long.BYTES + TAG_BITS / 8;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  public SealedPositions(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** 48 characters of base64url, others each time. */
  public String seal(long position, View view) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, view)
              .doFinal(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(ByteBuffer.allocate(SEALED_BYTES).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException everyJreHasIt) {
      throw new IllegalStateException(everyJreHasIt);
    }
  }

  /** The position; empty when it was not sealed here for this view. */
  public OptionalLong open(String text, View view) {
    try {
      byte[] sealed = Base64.getUrlDecoder().decode(text);
      if (sealed.length != SEALED_BYTES) {
        return OptionalLong.empty();
      }
      byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
      byte[] opened =
          cipher(Cipher.DECRYPT_MODE, nonce, view)
              .doFinal(sealed, NONCE_BYTES, SEALED_BYTES - NONCE_BYTES);
      return OptionalLong.of(ByteBuffer.wrap(opened).getLong());
    } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
      return OptionalLong.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, View view) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(text(view).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static String text(View view) {
    return String.join(
        "|",
        view.clearance().name(),
        new TreeSet<>(view.compartments()).toString(),
        new TreeSet<>(view.readable()).toString(),
        new TreeSet<>(view.writable()).toString(),
        new TreeSet<>(view.protections()).toString(),
        view.area().map(area -> area.toText()).orElse(""));
  }
}
