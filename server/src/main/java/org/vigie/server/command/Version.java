package org.vigie.server.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
public final class Version implements IVersionProvider {

  /** As the jar's manifest has it; "development" when run from classes. */
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  static String title() {
    return "Vigie " + current();
  }

  @Override
  public String[] getVersion() {
    return new String[] {title() + " on Java " + Runtime.version()};
  }
}
