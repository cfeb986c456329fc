package org.vigie.server;

import java.util.List;

/**
 * A server that has been started.
 *
 * @param url what a browser opens
 * @param notices lines for the terminal alone, once; they may hold a one-time password
 */
public record Service(String url, List<String> notices) {}
