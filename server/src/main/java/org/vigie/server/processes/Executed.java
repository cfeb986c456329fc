package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a process gave.
 *
 * @param outputs by name
 */
record Executed(Map<String, JsonNode> outputs) {}
