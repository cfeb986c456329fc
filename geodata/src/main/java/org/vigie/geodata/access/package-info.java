/**
 * Who may see what: the one definition that PostgreSQL enforces and that everything that answers
 * from memory must apply as well. No accounts and no passwords here, only what they entitle to.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.geodata.access;
