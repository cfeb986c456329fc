/**
 * The events in memory, column by column: a copy of what PostGIS holds that answers counts and
 * figures without asking it. A cache with a promise: an answer is that of the database at a stated
 * position of the log, or there is none and the database is asked. Readers never lock; one writer
 * follows the log. May be dropped and built anew at any time.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.geodata.index;
