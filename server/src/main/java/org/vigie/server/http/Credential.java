package org.vigie.server.http;

/**
 * What a request came in with, without the secret itself.
 *
 * @param kind what sort of credential it is, as whoever found the caller names it
 * @param key which one; empty when there is nothing to ask about again
 * @param caller whom it let in, with what he might see then
 */
public record Credential(String kind, String key, Caller caller) {}
