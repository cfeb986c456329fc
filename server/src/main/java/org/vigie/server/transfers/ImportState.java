package org.vigie.server.transfers;

import java.util.Locale;

/** Where an import over HTTP stands. */
enum ImportState {
  READING,
  READY,
  COMMITTING,
  COMMITTED,
  DISCARDED,
  UNDONE,
  FAILED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more will happen to it by itself and its file is not needed. */
  boolean isOver() {
    return this != READING && this != READY && this != COMMITTING;
  }
}
