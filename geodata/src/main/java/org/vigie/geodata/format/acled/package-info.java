/** Exports of the Armed Conflict Location & Event Data project (ACLED), read into incidents. */
@NullMarked
package org.vigie.geodata.format.acled;

import org.jspecify.annotations.NullMarked;
