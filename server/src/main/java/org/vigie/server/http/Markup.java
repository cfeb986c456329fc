package org.vigie.server.http;

import java.util.ArrayDeque;
import java.util.Deque;

/** HTML text under construction. All text and attribute values are escaped; tags are ours. */
public final class Markup {

  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param attributes names and values by turns
   */
  public Markup open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  public Markup close() {
    html.append("</").append(open.pop()).append('>');
    return this;
  }

  public Markup text(String text) {
    escape(text);
    return this;
  }

  /** A whole element around a text. */
  public Markup tag(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element that has no content, such as {@code link}. */
  public Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    return this;
  }

  public Markup link(String href, String text, String... attributes) {
    start("a", "href", href);
    html.setLength(html.length() - 1);
    attributes(attributes);
    html.append('>');
    escape(text);
    html.append("</a>");
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return html.toString();
  }

  private void start(String tag, String... attributes) {
    html.append('<').append(tag);
    attributes(attributes);
    html.append('>');
  }

  private void attributes(String... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      html.append('"');
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
