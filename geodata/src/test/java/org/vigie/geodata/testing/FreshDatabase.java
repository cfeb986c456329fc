package org.vigie.geodata.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.vigie.geodata.store.DatabaseAddress;

/** Gives each {@link PostgisTest} class its database. */
final class FreshDatabase implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(FreshDatabase.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DatabaseAddress.class;
  }

  @Override
  public DatabaseAddress resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = ofClass(context).getStore(NAMESPACE);
    return store
        .getOrComputeIfAbsent("database", key -> new Lease(TestDatabases.create()), Lease.class)
        .address();
  }

  /** The outermost test class, so that nested classes and every method share one database. */
  private static ExtensionContext ofClass(ExtensionContext context) {
    ExtensionContext each = context;
    while (each.getParent().isPresent()
        && each.getParent().get() != context.getRoot()
        && each.getParent().get().getTestClass().isPresent()) {
      each = each.getParent().get();
    }
    return each;
  }

  /** Dropped when the store of the class closes. */
  private record Lease(DatabaseAddress address) implements AutoCloseable {
    @Override
    public void close() {
      TestDatabases.drop(address);
    }
  }
}
