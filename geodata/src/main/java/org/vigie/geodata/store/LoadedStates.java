package org.vigie.geodata.store;

/** Where the features of a bulk load stand in the workflow of their layer. */
public enum LoadedStates {
  /**
   * Where the workflow has them, whatever the source says: a new one in the initial state, a known
   * one where it stood. So nobody verifies by a file what he may not verify.
   */
  OF_WORKFLOW,
  /** Where the source says, as far as it does. Only for whoever answers for the whole store. */
  OF_SOURCE
}
