/**
 * What can be set and where from: flag, environment, file, default. Depends on nothing of ours but
 * geodata.
 */
@NullMarked
package org.vigie.server.config;

import org.jspecify.annotations.NullMarked;
