package org.vigie.geodata.store;

import java.time.Instant;
import java.util.UUID;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.FeatureRef;

/**
 * A photograph that hangs on a feature; the picture itself is asked for apart.
 *
 * @param name as it was called where it came from, without a path
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param width pixels
 * @param height pixels
 * @param bytes size of the picture
 * @param sha256 of the picture, lower-case hexadecimal
 */
public record Attachment(
    UUID id,
    FeatureRef feature,
    String name,
    String mediaType,
    int width,
    int height,
    long bytes,
    String sha256,
    Author author,
    Instant recordedAt) {}
