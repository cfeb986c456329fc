package org.vigie.server.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.server.http.Language;
import org.vigie.server.http.Markup;

/** The frame of the pages that stand outside the map: signing in, choosing a password. */
final class SignInPage {

  private SignInPage() {}

  /** The whole page around a title and what stands below it, in the language of its words. */
  static String of(SignInWords words, String title, Markup content) {
    return Frame.in(words.language())
        .replace("@title@", new Markup().text(title).toString())
        .replace("@content@", content.toString());
  }

  private static final class Frame {
    private static final Map<Language, String> TEXTS = new ConcurrentHashMap<>();

    static String in(Language language) {
      return TEXTS.computeIfAbsent(language, Frame::read);
    }

    private static String read(Language language) {
      String file = "/META-INF/resources" + language.page("sign-in");
      try (InputStream in = SignInPage.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException("the web module is not on the class path: " + file);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException broken) {
        throw new IllegalStateException("cannot read " + file, broken);
      }
    }
  }
}
