/**
 * A private PostgreSQL with PostGIS in a folder of ours, started and stopped with the process that
 * needs it. Depends on store.
 */
@NullMarked
package org.vigie.geodata.store.cluster;

import org.jspecify.annotations.NullMarked;
