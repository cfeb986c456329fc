/**
 * In what two pictures of one place differ: feature by feature, or cell by cell where that would
 * say nothing. Depends on http and selection.
 */
@NullMarked
package org.vigie.server.comparison;

import org.jspecify.annotations.NullMarked;
