package org.vigie.server.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.vigie.server.http.Markup;

/** The frame of the pages that stand outside the map: signing in, choosing a password. */
final class SignInPage {

  private static final String FRAME = "/META-INF/resources/sign-in.html";

  private SignInPage() {}

  /** The whole page around a title and what stands below it. */
  static String of(String title, Markup content) {
    return Frame.TEXT
        .replace("@title@", new Markup().text(title).toString())
        .replace("@content@", content.toString());
  }

  private static final class Frame {
    static final String TEXT = read();

    private static String read() {
      try (InputStream in = SignInPage.class.getResourceAsStream(FRAME)) {
        if (in == null) {
          throw new IllegalStateException("the web module is not on the class path: " + FRAME);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException broken) {
        throw new IllegalStateException("cannot read " + FRAME, broken);
      }
    }
  }
}
