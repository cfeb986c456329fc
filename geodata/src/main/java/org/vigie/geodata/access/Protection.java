package org.vigie.geodata.access;

/** Why a property is kept apart from its feature and shown to few of those who see the feature. */
public enum Protection {
  /** Who told us: a name, a number, anything by which a source could be found. */
  SOURCE_IDENTITY,
  /** Detail that is not for everybody who may read the incident. */
  RESTRICTED_NARRATIVE
}
