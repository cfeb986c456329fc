package org.vigie.geodata.store;

import java.time.Instant;

/** A committed position of the change log; 0 and the epoch for an empty log. */
public record LogPosition(long sequence, Instant committedAt) {}
