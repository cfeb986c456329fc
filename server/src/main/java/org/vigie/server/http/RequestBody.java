package org.vigie.server.http;

import java.util.Map;

/**
 * What an endpoint takes as body, for the API description.
 *
 * @param content schema by media type
 */
public record RequestBody(String description, Map<String, Schema> content) {}
