package org.vigie.server;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question to the server. */
record Ask(String method, String path, String body) {

  /** A marked word, or an id. */
  static final Pattern CANDIDATE =
      Pattern.compile("zq[b-z]{12}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  String withoutEcho(String text) {
    String rest = text;
    Set<String> sent = new TreeSet<>();
    Matcher matcher = CANDIDATE.matcher(path + body);
    while (matcher.find()) {
      sent.add(matcher.group());
    }
    for (String each : sent) {
      rest = rest.replace(each, "");
    }
    return rest;
  }
}
