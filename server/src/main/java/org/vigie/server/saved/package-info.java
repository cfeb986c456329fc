/**
 * Saved views: what the address of the page says, under a name, for oneself or offered to the
 * mission. The server keeps the address and reads no more of it than it must to refuse what is
 * none.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.server.saved;
