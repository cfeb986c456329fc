package org.vigie.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.Writing;

/** The fault that races must catch: a store that replaces whatever version is there. */
final class LastWriterWins {

  private LastWriterWins() {}

  static GuardedStore over(GuardedStore store) {
    return proxy(
        GuardedStore.class,
        (self, method, arguments) -> {
          Object answer = method.invoke(store, arguments);
          return answer instanceof FeatureStore features ? careless(features) : answer;
        });
  }

  private static FeatureStore careless(FeatureStore store) {
    return proxy(
        FeatureStore.class,
        (self, method, arguments) -> {
          if (method.getName().equals("write")) {
            FeatureStore.Work<?> work = (FeatureStore.Work<?>) arguments[0];
            return store.write(writing -> work.run(careless(writing)));
          }
          return method.invoke(store, arguments);
        });
  }

  private static Writing careless(Writing writing) {
    return proxy(
        Writing.class,
        (self, method, arguments) -> {
          if (method.getName().equals("replace")) {
            return replace(writing, (Feature) arguments[0], (Long) arguments[1]);
          }
          return method.invoke(writing, arguments);
        });
  }

  private static Feature replace(Writing writing, Feature feature, long expected) throws Exception {
    long version = expected;
    while (true) {
      try {
        return writing.replace(feature, version);
      } catch (StaleVersionException newer) {
        version = newer.currentVersion();
      }
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    InvocationHandler unwrapping =
        (self, method, arguments) -> {
          try {
            return handler.invoke(self, method, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, unwrapping));
  }
}
