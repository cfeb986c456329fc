package org.vigie.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A web link (RFC 8288) as OGC documents write it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Link(String href, String rel, String type, String title) {

  public static Link of(String href, String rel, String type, String title) {
    return new Link(href, rel, type, title);
  }
}
