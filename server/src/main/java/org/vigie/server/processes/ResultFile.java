package org.vigie.server.processes;

/**
 * A result as a file.
 *
 * @param name with classification, so that the mark stays on it wherever it is saved: {@code
 *     cluster-density.CONFIDENTIAL.csv}
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record ResultFile(String name, String mediaType, byte[] content) {}
