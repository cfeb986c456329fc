package org.vigie.server.accounts;

/** Where everything about people is kept. */
public record AccountStores(AccountStore accounts, SessionStore sessions, TokenStore tokens) {}
