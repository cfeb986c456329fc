package org.vigie.server;

import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.GuardedStore;

/**
 * A mission's data, opened.
 *
 * @param layers what it knows about
 * @param store what it knows
 */
public record Mission(LayerCatalog layers, GuardedStore store) {}
