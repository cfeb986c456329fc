package org.vigie.server.accounts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a path of this server, whatever the link says that led here. */
final class LocalPath {

  /** A second slash, or a backslash that browsers take for one, would name another host. */
  private static final Pattern LOCAL =
      Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~!$&'()*+,;=:@/?%-]{0,2000}");

  private LocalPath() {}

  /** The path when it is one of ours and not a sign-in page, else the map. */
  static String orMap(@Nullable String wanted) {
    if (wanted == null) {
      return "/";
    }
    boolean usable =
        LOCAL.matcher(wanted).matches()
            && !wanted.contains("//")
            && !wanted.startsWith("/login")
            && !wanted.startsWith("/password");
    return usable ? wanted : "/";
  }
}
