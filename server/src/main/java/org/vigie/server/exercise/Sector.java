package org.vigie.server.exercise;

import java.util.List;

/**
 * A sector of the mission: whole provinces under one headquarters.
 *
 * @param seat where its headquarters is
 */
record Sector(String name, Settlement seat, List<AdminAreas.Area> provinces) {}
