/**
 * The two encodings of CQL2 (OGC 21-065r2), text and JSON: reading with limits and exact errors,
 * and writing. Depends on query; knows no layer.
 */
@NullMarked
package org.vigie.geodata.query.cql2;

import org.jspecify.annotations.NullMarked;
