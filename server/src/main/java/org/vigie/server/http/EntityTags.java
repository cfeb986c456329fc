package org.vigie.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Entity tags and conditional reads (RFC 9110, sections 8.8.3 and 13). */
public final class EntityTags {

  private EntityTags() {}

  /** A tag that changes with the content. */
  public static String ofContent(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15))
          + '"';
    } catch (NoSuchAlgorithmException everyJreHasIt) {
      throw new IllegalStateException(everyJreHasIt);
    }
  }

  /** A tag that changes with the text, for example of a log position and a query. */
  public static String ofText(String text) {
    return ofContent(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sets the tag and answers 304 when the client holds that very content.
   *
   * @return true when the answer is complete
   */
  public static boolean notModified(Context context, String tag) {
    context.header("ETag", tag);
    if (!matches(context.header("If-None-Match"), tag, false)) {
      return false;
    }
    context.status(304);
    return true;
  }

  /**
   * Whether a list of tags names this one.
   *
   * @param strong whether weak tags count as different, as If-Match demands
   */
  public static boolean matches(@Nullable String list, String tag, boolean strong) {
    if (list == null) {
      return false;
    }
    for (String part : list.split(",")) {
      String candidate = part.strip();
      if (candidate.equals("*") || candidate.equals(tag)) {
        return true;
      }
      if (!strong && candidate.startsWith("W/") && candidate.substring(2).equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
