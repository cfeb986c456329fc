package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.util.Optional;
import org.vigie.server.http.BaseUrl;

/**
 * The cookies of signing in. Over https their names begin with {@code __Host-}, which browsers take
 * only from this very host and only when it is secure; over plain HTTP, which is for this machine
 * alone, such a name is not possible.
 */
final class SessionCookies {

  static final int DEVICE_AGE_S = 365 * 24 * 60 * 60;
  private static final int PROVIDER_AGE_S = 10 * 60;
  private static final int FORM_AGE_S = 60 * 60;

  private SessionCookies() {}

  static Optional<String> session(Context context) {
    return find(context, "");
  }

  static void setSession(Context context, String key) {
    set(context, "", key, "");
  }

  static Optional<String> device(Context context) {
    return find(context, "-device");
  }

  static void setDevice(Context context, String key) {
    set(context, "-device", key, "; Max-Age=" + DEVICE_AGE_S);
  }

  /** The other half of a sign-in form's hidden field. */
  static Optional<String> form(Context context) {
    return find(context, "-form");
  }

  static void setForm(Context context, String key) {
    set(context, "-form", key, "; Max-Age=" + FORM_AGE_S);
  }

  /** Ties a sign-in that is on its way to the identity provider to this browser. */
  static Optional<String> provider(Context context) {
    return find(context, "-oidc");
  }

  /** Lax, because the browser comes back from the provider's site with it. */
  static void setProvider(Context context, String key) {
    set(context, "-oidc", key, "Lax", "; Max-Age=" + PROVIDER_AGE_S);
  }

  static void forgetProvider(Context context) {
    set(context, "-oidc", "", "Lax", "; Max-Age=0");
  }

  static void forgetSession(Context context) {
    set(context, "", "", "; Max-Age=0");
  }

  private static Optional<String> find(Context context, String suffix) {
    return Optional.ofNullable(context.cookie(name(context, suffix))).filter(v -> !v.isEmpty());
  }

  private static void set(Context context, String suffix, String value, String age) {
    set(context, suffix, value, "Strict", age);
  }

  private static void set(
      Context context, String suffix, String value, String sameSite, String age) {
    String secure = isSecure(context) ? "; Secure" : "";
    context
        .res()
        .addHeader(
            "Set-Cookie",
            name(context, suffix)
                + "="
                + value
                + "; Path=/; HttpOnly; SameSite="
                + sameSite
                + secure
                + age);
  }

  private static String name(Context context, String suffix) {
    String plain = suffix.isEmpty() ? "vigie-session" : "vigie" + suffix;
    return isSecure(context) ? "__Host-vigie" + suffix : plain;
  }

  private static boolean isSecure(Context context) {
    return BaseUrl.of(context).startsWith("https:");
  }
}
