package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.vigie.geodata.model.Classification;

/**
 * What a process gave.
 *
 * @param outputs by name
 * @param mark highest classification of what went in: nothing that is made of it is lower
 */
record Executed(Map<String, JsonNode> outputs, Classification mark) {}
