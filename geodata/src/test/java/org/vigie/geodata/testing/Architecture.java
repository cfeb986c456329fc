package org.vigie.geodata.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Lets a rule about packages read as a sentence: {@code
 * main.thePackage("layer").usesOnly("model")}.
 */
public final class Architecture {

  private static final List<String> EMPTY_NAMES =
      List.of("Impl", "Manager", "Helper", "Helpers", "Util", "Utils", "Misc");

  private final String root;
  private final JavaClasses classes;

  private Architecture(String root) {
    this.root = root;
    this.classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/test-classes/"))
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(root);
  }

  /** The main classes below a package. */
  public static Architecture of(String root) {
    return new Architecture(root);
  }

  public JavaClasses classes() {
    return classes;
  }

  /** A package below the root, with all below it. */
  public Package thePackage(String name) {
    return new Package(root + "." + name);
  }

  /** Names of the packages directly below the root, in order. */
  public List<String> packages() {
    return classes.getPackage(root).getSubpackages().stream()
        .map(JavaPackage::getRelativeName)
        .sorted()
        .toList();
  }

  /** Only the named packages below the root may use what lies in the others. */
  public void only(List<String> packages, String... used) {
    noClasses()
        .that(not(resideInAnyPackage(all(packages.toArray(String[]::new)))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(used))
        .allowEmptyShould(true)
        .check(classes);
  }

  public void everyPackageStatesItsContract() {
    assertThat(
            classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName))
        .as("packages without a package-info.java that is @NullMarked and says what they are for")
        .isEmpty();
  }

  public void everyClassIsNamedAfterWhatItIs() {
    assertThat(
            classes.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> EMPTY_NAMES.stream().anyMatch(name::endsWith)))
        .as("class names that hide what the class is")
        .isEmpty();
  }

  private String[] all(String... packages) {
    return Arrays.stream(packages).map(each -> root + "." + each + "..").toArray(String[]::new);
  }

  /** One package and those below it. */
  public final class Package {

    private final String name;

    private Package(String name) {
      this.name = name;
    }

    /** Of our own code, nothing but itself and the named packages below the root. */
    public void usesOnly(String... allowed) {
      String[] free =
          Stream.concat(Stream.of(name + ".."), Arrays.stream(all(allowed))).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(name + "..")
          .should()
          .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(free))))
          .check(classes);
    }

    public void usesNothingOfOurs() {
      usesOnly();
    }
  }
}
