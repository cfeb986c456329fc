/** The port to the truth: reading, writing in one transaction, the change log. Depends on query. */
@NullMarked
package org.vigie.geodata.store;

import org.jspecify.annotations.NullMarked;
