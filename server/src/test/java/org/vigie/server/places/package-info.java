@org.jspecify.annotations.NullMarked
package org.vigie.server.places;
