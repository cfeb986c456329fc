/** The store on PostGIS: migrations, SQL, codecs. The only place that talks SQL to features. */
@NullMarked
package org.vigie.geodata.store.postgis;

import org.jspecify.annotations.NullMarked;
