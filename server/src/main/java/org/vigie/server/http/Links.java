package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Links of a document to itself in every form in which it is offered. */
public final class Links {

  private Links() {}

  /** {@code self} in the chosen form and {@code alternate} in the others. */
  public static List<Link> selfAndAlternates(
      Context context, List<Representation> offered, Representation chosen) {
    List<Link> links = new ArrayList<>();
    for (Representation form : offered) {
      boolean self = form.equals(chosen);
      links.add(
          Link.of(
              with(context, Map.of("f", form.word())),
              self ? "self" : "alternate",
              form.mediaType(),
              self
                  ? "This document"
                  : "This document as " + form.word().toUpperCase(java.util.Locale.ROOT)));
    }
    return links;
  }

  /** The URL of this request with some query parameters set; an empty value takes one away. */
  public static String with(Context context, Map<String, String> changes) {
    Map<String, String> parameters = new TreeMap<>();
    context
        .queryParamMap()
        .forEach((name, values) -> parameters.put(name, values.isEmpty() ? "" : values.get(0)));
    parameters.putAll(changes);
    return BaseUrl.of(context) + path(context) + query(parameters);
  }

  /** The query part of a URL, with its question mark; parameters that are empty are left out. */
  public static String query(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            query.append(query.isEmpty() ? '?' : '&');
            query.append(BaseUrl.encode(name)).append('=').append(BaseUrl.encode(value));
          }
        });
    return query.toString();
  }

  /** Without the slash that a client may have put at the end. */
  private static String path(Context context) {
    String path = context.path();
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
