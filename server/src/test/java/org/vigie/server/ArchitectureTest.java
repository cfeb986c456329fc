package org.vigie.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geodata.testing.Architecture;

class ArchitectureTest {

  private static final Architecture SERVER = Architecture.of("org.vigie.server");

  /** Packages that others may stand on, and the commands, which put capabilities to work. */
  private static final List<String> NOT_CAPABILITIES =
      List.of("config", "http", "selection", "command");

  static List<String> capabilities() {
    return SERVER.packages().stream().filter(each -> !NOT_CAPABILITIES.contains(each)).toList();
  }

  @Test
  void thereAreCapabilities() {
    assertThat(capabilities()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void aCapabilityUsesHttpAndConfigurationButNoOtherCapability(String capability) {
    SERVER.thePackage(capability).usesOnly("http", "config", "selection");
  }

  @Test
  void selectionIsBuiltOnHttpAlone() {
    SERVER.thePackage("selection").usesOnly("http");
  }

  @Test
  void httpKnowsNoCapability() {
    SERVER.thePackage("http").usesNothingOfOurs();
  }

  @Test
  void configurationKnowsNothingOfTheRest() {
    SERVER.thePackage("config").usesNothingOfOurs();
  }

  @Test
  void onlyTheWiringAndAdaptersBesideItNameTheStoreAdapter() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.vigie.server.Wiring")
        .and()
        .resideOutsideOfPackage("..postgis..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.vigie.geodata.store.postgis..")
        .check(SERVER.classes());
  }

  @Test
  void onlyAdaptersSpeakSqlAndNobodyGeoTools() {
    SERVER.only(List.of("accounts.postgis"), "java.sql..");
    SERVER.only(List.of(), "javax.sql..", "org.postgresql..", "org.geotools..");
  }

  @Test
  void capabilitiesKnowNoAdapterOfTheirOwn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..postgis..")
        .and()
        .doNotHaveFullyQualifiedName("org.vigie.server.Wiring")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.vigie.server..postgis..")
        .check(SERVER.classes());
  }

  /**
   * Without a parser of XML there are no entities, and without an archive reader no bombs; a backup
   * is opened only when every byte of it is authenticated, and http opens what it compressed
   * itself.
   */
  @Test
  void noXmlIsParsedAndNoArchiveOpened() {
    SERVER.only(
        List.of("inventory", "backup", "http"),
        "javax.xml..",
        "org.xml..",
        "org.w3c.dom..",
        "java.util.zip..",
        "java.util.jar..");
  }

  @Test
  void thereIsNoGlobalState() {
    fields().that().areStatic().should().beFinal().check(SERVER.classes());
  }

  @Test
  void commandsAnswerThroughTheCommandLineNotThroughSystemOut() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(SERVER.classes());
  }

  @Test
  void everyPackageStatesItsContract() {
    SERVER.everyPackageStatesItsContract();
  }

  @Test
  void everyClassIsNamedAfterWhatItIs() {
    SERVER.everyClassIsNamedAfterWhatItIs();
  }
}
