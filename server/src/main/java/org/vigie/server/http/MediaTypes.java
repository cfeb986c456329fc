package org.vigie.server.http;

/** Media types by name. */
public final class MediaTypes {

  public static final String JSON = "application/json";
  public static final String GEOJSON = "application/geo+json";
  public static final String HTML = "text/html";
  public static final String FORM = "application/x-www-form-urlencoded";
  public static final String CSV = "text/csv";
  public static final String PROBLEM = "application/problem+json";
  public static final String SCHEMA = "application/schema+json";
  public static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
  public static final String MVT = "application/vnd.mapbox-vector-tile";
  public static final String EVENT_TILE = "application/vnd.vigie.event-tile";
  public static final String EVENT_STREAM = "text/event-stream";
  public static final String MERGE_PATCH = "application/merge-patch+json";

  private MediaTypes() {}
}
