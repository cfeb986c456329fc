package org.vigie.geodata.index;

/** Ways to answer a question. All give the same answer. */
public enum Plan {

  /** The index decides everything. */
  MEMORY,

  /** The index finds few candidates and the database says which of them fulfil the rest. */
  CANDIDATES,

  /** The database finds what fulfils the rest, and the index which of it fulfils the others. */
  MATCHES,

  /** The same with what the database found for an earlier question of another place or time. */
  KNOWN_MATCHES,

  /** The database answers everything. */
  DATABASE
}
