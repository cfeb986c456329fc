/** A mission in one encrypted file, and back into an empty place. */
@org.jspecify.annotations.NullMarked
package org.vigie.server.backup;
