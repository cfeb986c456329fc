package org.vigie.geodata.format;

import java.util.Map;

/**
 * What a reader found a file to be, to be shown before anything is kept.
 *
 * @param format name of the format
 * @param label the format in words, with its generation where there are several
 * @param details what was detected or declared, in order: {@code delimiter}, {@code encoding},
 *     {@code dateOrder}, {@code decimal}, {@code timeZone}, {@code identity}
 */
public record Recognition(String format, String label, Map<String, String> details) {}
