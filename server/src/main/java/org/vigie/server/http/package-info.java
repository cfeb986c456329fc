/**
 * What every HTTP capability shares: routes declared once, problems, guards, caching, negotiation.
 * Knows no capability.
 */
@NullMarked
package org.vigie.server.http;

import org.jspecify.annotations.NullMarked;
