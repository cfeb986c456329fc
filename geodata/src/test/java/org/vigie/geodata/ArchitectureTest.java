package org.vigie.geodata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.testing.Architecture;

class ArchitectureTest {

  private static final Architecture GEODATA = Architecture.of("org.vigie.geodata");

  @Test
  void theModelUsesNothingOfOurs() {
    GEODATA.thePackage("model").usesNothingOfOurs();
  }

  @Test
  void accessIsBuiltOnTheModel() {
    GEODATA.thePackage("access").usesOnly("model");
  }

  @Test
  void layersAreBuiltOnModelAndAccess() {
    GEODATA.thePackage("layer").usesOnly("model", "access");
  }

  @Test
  void geodesyKnowsTheModelAtMost() {
    GEODATA.thePackage("geo").usesOnly("model");
  }

  @Test
  void queriesAreBuiltOnModelAndLayers() {
    GEODATA.thePackage("query").usesOnly("model", "layer", "geo");
  }

  @Test
  void formatsKnowNoStore() {
    GEODATA.thePackage("format").usesOnly("model", "layer", "query", "geo");
  }

  @Test
  void analysesKnowNoStore() {
    GEODATA.thePackage("analysis").usesOnly("model", "layer", "query", "geo");
  }

  @Test
  void workflowRulesArePureAndKnowNoAdapter() {
    GEODATA.thePackage("workflow").usesOnly("model", "access", "layer", "store");
  }

  @Test
  void theStoreKnowsNeitherFormatsNorAnalyses() {
    GEODATA.thePackage("store").usesOnly("model", "access", "layer", "query", "geo");
  }

  @Test
  void tilesAreMadeOfPicturesAndPoints() {
    GEODATA.thePackage("tile").usesOnly("model", "layer", "store", "geo");
  }

  @Test
  void basemapsAreMadeOfFilesAndKnowNoAdapterOfTheStore() {
    GEODATA.thePackage("basemap").usesOnly("model", "geo", "format", "store", "tile");
    noClasses()
        .that()
        .resideInAPackage("..basemap..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("..store.postgis..").or(resideInAPackage("..store.cluster..")))
        .check(GEODATA.classes());
  }

  @Test
  void theIndexKnowsThePortAndNoAdapter() {
    GEODATA.thePackage("index").usesOnly("model", "access", "layer", "query", "geo", "store");
    noClasses()
        .that()
        .resideInAPackage("..index..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("..store.postgis..").or(resideInAPackage("..store.cluster..")))
        .check(GEODATA.classes());
  }

  @Test
  void transfersKnowThePortAndNoAdapter() {
    GEODATA
        .thePackage("transfer")
        .usesOnly("model", "access", "layer", "query", "geo", "format", "store");
    noClasses()
        .that()
        .resideInAPackage("..transfer..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("..store.postgis..").or(resideInAPackage("..store.cluster..")))
        .check(GEODATA.classes());
  }

  @Test
  void onlyTheAdaptersSpeakSql() {
    GEODATA.only(
        List.of("store.postgis", "store.cluster", "basemap.sqlite"),
        "java.sql..",
        "javax.sql..",
        "org.sqlite..");
    GEODATA.only(
        List.of("store.postgis", "store.cluster"),
        "org.postgresql..",
        "net.postgis..",
        "com.zaxxer..",
        "org.flywaydb..");
  }

  @Test
  void theStorePortDoesNotKnowItsAdapters() {
    noClasses()
        .that()
        .resideInAPackage("org.vigie.geodata.store")
        .should()
        .dependOnClassesThat(
            resideInAPackage("..store.postgis..").or(resideInAPackage("..store.cluster..")))
        .check(GEODATA.classes());
  }

  @Test
  void onlyGeodesyAndEcqlUseGeoTools() {
    GEODATA.only(List.of("geo", "query.ecql"), "org.geotools..");
  }

  @Test
  void analysesHaveNoClockAndNoUnseededChance() {
    noClasses()
        .that()
        .resideInAPackage("..analysis..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(Random.class)
        .check(GEODATA.classes());
  }

  /**
   * Without a parser of XML there are no entities, and without an archive reader no bombs; what is
   * packed in basemaps is opened at one place, up to a stated size.
   */
  @Test
  void noXmlIsParsedAndNoArchiveOpened() {
    GEODATA.only(List.of(), "javax.xml..", "org.xml..", "org.w3c.dom..", "java.util.jar..");
    GEODATA.only(List.of("basemap.packed"), "java.util.zip..");
  }

  @Test
  void thereIsNoGlobalState() {
    fields().that().areStatic().should().beFinal().check(GEODATA.classes());
  }

  @Test
  void everyPackageStatesItsContract() {
    GEODATA.everyPackageStatesItsContract();
  }

  @Test
  void everyClassIsNamedAfterWhatItIs() {
    GEODATA.everyClassIsNamedAfterWhatItIs();
  }
}
