package org.vigie.geodata.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person does in the mission. Roles say which layers and acts; clearance says how high. */
public enum Role {
  /** Looks at the picture. */
  VIEWER("viewer"),
  /** Sends reports from the field. */
  REPORTER("reporter"),
  /** Keeps the common operating picture in the Joint Operations Centre. */
  DUTY_OFFICER("duty-officer"),
  /** Draws hotspots and follows alerts. */
  PROTECTION_ADVISER("protection-adviser"),
  /** Analyses and defends numbers (JMAC). */
  ANALYST("analyst"),
  /** Keeps accounts; sees no more of the mission's data than the other roles allow. */
  ADMINISTRATOR("administrator");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** As layer files, commands and the API write it: {@code duty-officer}. */
  public String word() {
    return word;
  }

  public static Optional<Role> find(String word) {
    return Arrays.stream(values())
        .filter(r -> r.word.equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
