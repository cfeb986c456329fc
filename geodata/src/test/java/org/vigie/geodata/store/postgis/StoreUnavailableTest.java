package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.StoreTimeoutException;
import org.vigie.geodata.store.StoreUnavailableException;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
class StoreUnavailableTest {

  private static final Author AUTHOR = new Author("test");

  @Test
  void aDatabaseThatIsNotThereIsUnavailable() {
    assertThatThrownBy(
            () ->
                PostgisStore.open(
                    new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "nobody", ""),
                    Incidents.CATALOG))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void simpleQueriesAreRefused(DatabaseAddress address) {
    String url = address.jdbcUrl() + (address.jdbcUrl().contains("?") ? "&" : "?");
    assertThatThrownBy(
            () ->
                PostgisStore.open(
                    new DatabaseAddress(
                        url + "preferQueryMode=simple", address.user(), address.password()),
                    Incidents.CATALOG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("preferQueryMode");
  }

  @Test
  void aConnectionLostInAWriteIsUnavailableAndKeepsNothing(DatabaseAddress address)
      throws Exception {
    try (PostgisStore root = PostgisStore.open(address, Incidents.CATALOG)) {
      FeatureStore store = root.as(Access.everything(AUTHOR));
      Feature feature = Incidents.at(1, 1);
      assertThatThrownBy(
              () ->
                  store.write(
                      w -> {
                        w.insert(feature);
                        endOtherSessions(address);
                        return w.insert(Incidents.at(2, 2));
                      }))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(store.find("incident", feature.id())).isEmpty();
      Feature later = Incidents.at(3, 3);
      store.write(w -> w.insert(later));
      assertThat(store.find("incident", later.id())).isPresent();
    }
  }

  private static void endOtherSessions(DatabaseAddress address) {
    try {
      Databases.execute(
          address,
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and application_name = 'vigie-write'");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aReadThatTakesTooLongIsStopped(DatabaseAddress address) throws Exception {
    try (PostgisStore root =
        PostgisStore.open(address, Incidents.CATALOG, Duration.ofMillis(200), Clock.systemUTC())) {
      FeatureStore store = root.as(Access.everything(AUTHOR));
      try (var connection = Databases.connect(address)) {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
          statement.execute("lock table vigie.feature_incident in access exclusive mode");
        }
        assertThatThrownBy(() -> store.count(FeatureQuery.of(Incidents.CATALOG.get("incident"))))
            .isInstanceOf(StoreTimeoutException.class);
        connection.rollback();
      }
      assertThat(store.count(FeatureQuery.of(Incidents.CATALOG.get("incident")))).isNotNegative();
    }
  }
}
