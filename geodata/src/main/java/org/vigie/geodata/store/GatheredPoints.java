package org.vigie.geodata.store;

import java.util.List;

/**
 * The points of a selection in a sink.
 *
 * @param categories values of the property that the layer is drawn by, by the numbers that the sink
 *     was given; the empty string for unknown. May hold values that no point has.
 */
public record GatheredPoints<S extends PointSink<S>>(S sink, List<String> categories) {}
