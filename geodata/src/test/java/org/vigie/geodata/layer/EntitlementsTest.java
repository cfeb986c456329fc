package org.vigie.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;

class EntitlementsTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();

  private static Access person(Classification clearance, Role... roles) {
    return Entitlements.of(CATALOG)
        .access(new Author("exercise"), Set.of(roles), clearance, Set.of("POC"), Optional.empty());
  }

  @Test
  void noRoleMeansNoLayer() {
    Access nobody = person(Classification.STRICTLY_CONFIDENTIAL);

    assertThat(nobody.readable()).isEmpty();
    assertThat(nobody.writable()).isEmpty();
    assertThat(nobody.protections()).isEmpty();
    assertThat(CATALOG.readableFor(nobody).list()).isEmpty();
  }

  @Test
  void aViewerReadsIncidentsAndWritesNothing() {
    Access viewer = person(Classification.UNCLASSIFIED, Role.VIEWER);

    assertThat(viewer.readable()).contains("incident", "place").doesNotContain("report", "patrol");
    assertThat(viewer.writable()).isEmpty();
  }

  @Test
  void aReporterWritesReportsAndNoIncidents() {
    Access reporter = person(Classification.CONFIDENTIAL, Role.REPORTER);

    assertThat(reporter.mayWrite("report")).isTrue();
    assertThat(reporter.mayWrite("incident")).isFalse();
  }

  @Test
  void keepingAccountsShowsNoReports() {
    Access administrator = person(Classification.STRICTLY_CONFIDENTIAL, Role.ADMINISTRATOR);

    assertThat(administrator.mayRead("report")).isFalse();
    assertThat(administrator.mayWrite("incident")).isFalse();
    assertThat(administrator.protections()).isEmpty();
  }

  @Test
  void rolesAddUp() {
    Access both = person(Classification.UNCLASSIFIED, Role.VIEWER, Role.REPORTER);

    assertThat(both.readable()).contains("incident", "report");
  }

  @Test
  void theIdentityOfASourceWantsRoleAndClearance() {
    assertThat(person(Classification.STRICTLY_CONFIDENTIAL, Role.ANALYST).protections())
        .contains(Protection.SOURCE_IDENTITY);
    assertThat(person(Classification.CONFIDENTIAL, Role.ANALYST).protections())
        .containsExactly(Protection.RESTRICTED_NARRATIVE);
    assertThat(person(Classification.STRICTLY_CONFIDENTIAL, Role.DUTY_OFFICER).protections())
        .containsExactly(Protection.RESTRICTED_NARRATIVE);
    assertThat(person(Classification.STRICTLY_CONFIDENTIAL, Role.REPORTER).protections()).isEmpty();
  }

  @Test
  void aProtectedPropertyIsNotThereForWhoMayNotSeeIt() {
    Access reporter = person(Classification.STRICTLY_CONFIDENTIAL, Role.REPORTER);
    Access analyst = person(Classification.STRICTLY_CONFIDENTIAL, Role.ANALYST);

    assertThat(CATALOG.readableFor(reporter).get("report").findProperty("source_identity"))
        .isEmpty();
    assertThat(CATALOG.readableFor(analyst).get("report").findProperty("source_identity"))
        .isPresent();
  }
}
