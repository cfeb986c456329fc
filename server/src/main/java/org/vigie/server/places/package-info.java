/**
 * Where something is: reads what people type about a place and finds names in the mission's own
 * reference layers, always as the caller may see them.
 */
@NullMarked
package org.vigie.server.places;

import org.jspecify.annotations.NullMarked;
