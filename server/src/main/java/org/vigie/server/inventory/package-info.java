/**
 * What of others is in this distribution: for whoever must know when a fault in one is published.
 */
@NullMarked
package org.vigie.server.inventory;

import org.jspecify.annotations.NullMarked;
