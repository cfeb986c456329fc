package org.vigie.server.accounts;

import org.vigie.geodata.store.AuditTrail;

/**
 * Where everything about people is kept.
 *
 * @param audit where sign-ins are noted; decisions about accounts enter it by themselves
 */
public record AccountStores(
    AccountStore accounts, SessionStore sessions, TokenStore tokens, AuditTrail audit) {}
