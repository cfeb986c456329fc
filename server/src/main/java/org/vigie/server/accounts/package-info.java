/**
 * Who somebody is: accounts, passwords, sessions and API tokens, and what they entitle to. The
 * store enforces what a caller may see; here it is only decided who the caller is.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.server.accounts;
