/** What tests of every module lean on: a real PostGIS, the shared data. */
package org.vigie.geodata.testing;
