package org.vigie.server.picture;

/**
 * Whose picture this is.
 *
 * @param name as shown at the head of the map
 * @param exercise whether nothing of it is real; the map says so in large letters
 * @param version of the software
 */
public record MissionIdentity(String name, boolean exercise, String version) {}
