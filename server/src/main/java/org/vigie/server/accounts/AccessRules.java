package org.vigie.server.accounts;

import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Author;
import org.vigie.server.http.Caller;

/** What an account entitles to: its own clearance, compartments and area, and its roles' layers. */
public final class AccessRules {

  private final Entitlements entitlements;

  public AccessRules(LayerCatalog catalog) {
    this.entitlements = Entitlements.of(catalog);
  }

  Caller caller(Account account) {
    return new Caller(
        account.title(),
        account.roles(),
        entitlements.access(
            new Author(account.username()),
            account.roles(),
            account.clearance(),
            account.compartments(),
            account.area()));
  }
}
