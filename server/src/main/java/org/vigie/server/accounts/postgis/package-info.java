/** Accounts, sessions and tokens in the mission's database. */
@org.jspecify.annotations.NullMarked
package org.vigie.server.accounts.postgis;
