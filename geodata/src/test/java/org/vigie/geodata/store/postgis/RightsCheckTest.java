package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.UnsafeDatabaseException;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;

/** A database that would show too much is refused at the start, and by the doctor. */
@PostgisTest
class RightsCheckTest {

  private final DatabaseAddress address;

  RightsCheckTest(DatabaseAddress address) {
    this.address = address;
  }

  private void open() {
    PostgisStore.open(address, Incidents.CATALOG).close();
  }

  private void isRefusedAfter(String spoil, String mend, String because) throws Exception {
    open();
    Databases.execute(address, spoil);
    try {
      assertThatThrownBy(this::open)
          .isInstanceOf(UnsafeDatabaseException.class)
          .hasMessageContaining(because);
      assertThat(DatabaseInspection.of(address).dangers())
          .anySatisfy(danger -> assertThat(danger).contains(because));
    } finally {
      Databases.execute(address, mend);
    }
    open();
    assertThat(DatabaseInspection.of(address).dangers()).isEmpty();
  }

  @Test
  void rowLevelSecurityMustBeForced() throws Exception {
    isRefusedAfter(
        "alter table vigie.change no force row level security",
        "alter table vigie.change force row level security",
        "vigie.change is not under row-level security");
    isRefusedAfter(
        "alter table vigie.feature_incident disable row level security",
        "alter table vigie.feature_incident enable row level security",
        "vigie.feature_incident is not under row-level security");
  }

  @Test
  void partitionsMayNotBeGranted() throws Exception {
    isRefusedAfter(
        "grant select on vigie.feature_incident to vigie_application",
        "revoke select on vigie.feature_incident from vigie_application",
        "past the policies of its parent");
  }

  @Test
  void viewsReadWithTheRightsOfTheReader() throws Exception {
    isRefusedAfter(
        "create view vigie.leak as select * from vigie.feature",
        "drop view vigie.leak",
        "vigie.leak reads with the rights of its owner");
    isRefusedAfter(
        "create materialized view vigie.leak as select 1",
        "drop materialized view vigie.leak",
        "keeps rows past their policies");
  }

  @Test
  void statisticsAreNobodys() throws Exception {
    isRefusedAfter(
        "grant execute on function st_estimatedextent(text, text) to public",
        "revoke execute on function st_estimatedextent(text, text) from public",
        "statistics");
  }

  @Test
  void theCanaryIsTheProof() throws Exception {
    isRefusedAfter(
        "create policy wide on vigie.change for select using (true)",
        "drop policy wide on vigie.change",
        "STRICTLY CONFIDENTIAL row");
    isRefusedAfter(
        "create policy wide on vigie.feature for select using (true)",
        "drop policy wide on vigie.feature",
        "STRICTLY CONFIDENTIAL row");
    isRefusedAfter(
        "delete from vigie.feature where layer = '*canary*'",
        "insert into vigie.feature (id, layer, classification, source_system, version, recorded_at)"
            + " values (gen_random_uuid(), '*canary*', 'STRICTLY_CONFIDENTIAL', 'vigie', 1, now())",
        "are gone");
  }

  @Test
  void theApplicationIsNeitherSuperuserNorOwner() {
    open();
    DatabaseAddress superuser = TestDatabases.administrator(address);
    assertThatThrownBy(() -> PostgisStore.open(superuser, Incidents.CATALOG).close())
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessageContaining("is a superuser");
    DatabaseAddress owner = address.asOwner().orElseThrow();
    assertThatThrownBy(() -> PostgisStore.open(owner, Incidents.CATALOG).close())
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessageContaining("owns the table");
  }

  @Test
  void withoutAnOwnersLoginTheSchemaMustBeUpToDate() throws Exception {
    DatabaseAddress fresh = TestDatabases.create();
    DatabaseAddress alone = new DatabaseAddress(fresh.jdbcUrl(), fresh.user(), fresh.password());
    try {
      assertThatThrownBy(() -> PostgisStore.open(alone, Incidents.CATALOG).close())
          .isInstanceOf(UnsafeDatabaseException.class)
          .hasMessageContaining("--database-owner-user");
      PostgisStore.open(fresh, Incidents.CATALOG).close();
      PostgisStore.open(alone, Incidents.CATALOG).close();
    } finally {
      TestDatabases.drop(fresh);
    }
  }

  @Test
  void oldServersAndDriversAreNamed() {
    assertThat(SafeVersions.ofServer("15.18 (Debian 15.18-0+deb12u1)")).isEmpty();
    assertThat(SafeVersions.ofServer("15.13").orElseThrow()).contains("15.14 or newer");
    assertThat(SafeVersions.ofServer("14.22").orElseThrow()).contains("PostgreSQL 15");
    assertThat(SafeVersions.ofServer("17.6")).isEmpty();
    assertThat(SafeVersions.ofServer("18.0")).isEmpty();
    assertThat(SafeVersions.isPackaged("15.13 (Debian 15.13-1)")).isTrue();
    assertThat(SafeVersions.isPackaged("15.13")).isFalse();
    assertThat(SafeVersions.ofDriver("42.7.10").orElseThrow()).contains("42.7.11");
    assertThat(SafeVersions.ofDriver("42.7.11")).isEmpty();
    assertThat(SafeVersions.ofDriver("42.8.0")).isEmpty();
  }
}
