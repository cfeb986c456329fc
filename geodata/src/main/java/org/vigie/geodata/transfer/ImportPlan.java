package org.vigie.geodata.transfer;

import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;

/**
 * What is to be imported, into what, by whom.
 *
 * @param mapping what the user declared about the file
 * @param author as the change log will name them
 */
public record ImportPlan(ByteSource source, Layer layer, Mapping mapping, Author author) {}
