package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The languages in which people read the pages. What was chosen stands in a cookie that the page in
 * the browser reads and writes too; before anybody has chosen, the browser's own preference counts.
 */
public enum Language {
  EN("English"),
  FR("Français"),
  ES("Español"),
  AR("العربية");

  /** Readable by the page: it holds no secret and names nobody. */
  public static final String COOKIE = "vigie-language";

  private static final int AGE_S = 365 * 24 * 60 * 60;

  /** Longer than any browser's; what is longer is not looked into. */
  private static final int LONGEST_HEADER = 512;

  private final String ownName;

  Language(String ownName) {
    this.ownName = ownName;
  }

  /** The tags of all, such as {@code fr}. */
  public static List<String> tags() {
    return Arrays.stream(values()).map(Language::tag).toList();
  }

  /** The one with this tag, if it is one of ours. */
  public static Optional<Language> find(@Nullable String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** The language to answer this request in; the answer is told to depend on it. */
  public static Language of(Context context) {
    tell(context);
    return find(context.cookie(COOKIE))
        .orElseGet(() -> preferred(context.header("Accept-Language")));
  }

  private static void tell(Context context) {
    String vary = context.res().getHeader("Vary");
    if (vary == null || !vary.contains("Accept-Language")) {
      context.header("Vary", vary == null ? "Accept-Language" : vary + ", Accept-Language");
    }
  }

  /**
   * The language of what is told about a request that cannot be done: the one that the caller asks
   * for with it, whoever it is. The page asks in the language in which it stands there, which
   * another tab may have changed since.
   */
  public static Language asked(Context context) {
    tell(context);
    return preferred(context.header("Accept-Language"));
  }

  static Language preferred(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
      return EN;
    }
    try {
      return find(Locale.lookupTag(LanguageRange.parse(header), tags())).orElse(EN);
    } catch (IllegalArgumentException malformed) {
      return EN;
    }
  }

  /** Keeps it in this browser for a year. */
  public void keep(Context context) {
    String secure = BaseUrl.of(context).startsWith("https:") ? "; Secure" : "";
    context
        .res()
        .addHeader(
            "Set-Cookie",
            COOKIE + "=" + tag() + "; Path=/; SameSite=Lax" + secure + "; Max-Age=" + AGE_S);
  }

  /** BCP 47. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How figures are written: in Arabic as in a coordinate beside it, as the page does. */
  Locale digits() {
    return this == AR ? Locale.ROOT : Locale.forLanguageTag(tag());
  }

  public boolean isRightToLeft() {
    return this == AR;
  }

  /** As it calls itself. */
  public String ownName() {
    return ownName;
  }

  /** The page of the web module in this language, for example {@code /index.fr.html}. */
  public String page(String name) {
    return "/" + name + "." + tag() + ".html";
  }
}
