package org.vigie.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Submission;

/** The header by which a client makes sending again safe. */
public final class IdempotencyKey {

  /** Name it among the parameters of a route that honours it. */
  public static final Parameter<UUID> PARAMETER =
      Parameter.header(
          "Idempotency-Key",
          "A UUID made by the client. Sent again with the same content within 30 days, the request"
              + " is answered as the first time and nothing is done twice.",
          Schema.string(),
          IdempotencyKey::read);

  private IdempotencyKey() {}

  /**
   * What the request submits under a key; empty when it carries none.
   *
   * @param body the bytes as they came
   * @param also headers that change what the bytes mean
   */
  public static Optional<Submission> find(Context context, byte[] body, String... also)
      throws BadInputException {
    Optional<UUID> key = PARAMETER.find(context);
    return key.map(k -> new Submission(k, digest(context, body, also)));
  }

  private static String digest(Context context, byte[] body, String... also) {
    MessageDigest sha = sha256();
    add(sha, context.method().name());
    add(sha, context.path());
    for (String each : also) {
      add(sha, each);
    }
    return HexFormat.of().formatHex(sha.digest(body));
  }

  /** The zero byte cannot be part of what stands before it. */
  private static void add(MessageDigest sha, String text) {
    sha.update(text.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static UUID read(String text) throws BadInputException {
    // UUID.fromString also takes abbreviations, which would be another key when written out
    if (text.length() == 36) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException notOne) {
        // said below
      }
    }
    throw new BadInputException(
        Fault.of(
            "Idempotency-Key",
            "is not a UUID",
            Message.of("Send one such as {example}", UUID.randomUUID())));
  }
}
