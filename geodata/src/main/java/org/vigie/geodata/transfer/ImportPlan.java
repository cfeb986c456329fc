package org.vigie.geodata.transfer;

import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.layer.Layer;

/**
 * What is to be imported, and into what.
 *
 * @param mapping what the user declared about the file
 */
public record ImportPlan(ByteSource source, Layer layer, Mapping mapping) {}
