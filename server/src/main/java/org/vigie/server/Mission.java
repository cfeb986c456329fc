package org.vigie.server;

import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.accounts.AccountStores;

/**
 * A mission's data, opened.
 *
 * @param layers what it knows about
 * @param store what it knows
 * @param people who may know it
 */
public record Mission(LayerCatalog layers, GuardedStore store, AccountStores people) {}
