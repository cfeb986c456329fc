/**
 * Reads ECQL, the filter language of GeoTools and GeoServer, into the same tree as CQL2. Depends on
 * query and GeoTools.
 */
@NullMarked
package org.vigie.geodata.query.ecql;

import org.jspecify.annotations.NullMarked;
