package org.vigie.server.exercise;

import java.util.List;

/**
 * A patrol before it leaves.
 *
 * @param stops settlements in order; empty for a walk around the base
 */
record PatrolPlan(
    Base base, int day, int minute, String type, String purpose, List<Settlement> stops) {}
