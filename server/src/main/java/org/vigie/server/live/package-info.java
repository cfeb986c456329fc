/** Live updates: what changes is told to whoever listens, as far as that caller may see it. */
@org.jspecify.annotations.NullMarked
package org.vigie.server.live;
