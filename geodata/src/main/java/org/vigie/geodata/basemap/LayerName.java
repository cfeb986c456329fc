package org.vigie.geodata.basemap;

/** Names of layers that come from names of files and tables. */
public final class LayerName {

  private static final int LONGEST = 80;

  private LayerName() {}

  /** The name of a file without folder and ending. */
  public static String ofFile(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return of(last.replaceFirst("\\.[A-Za-z0-9]{1,8}$", ""));
  }

  /** Printable and of a length that fits a list; never empty. */
  public static String of(String name) {
    String plain = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]", "").strip();
    String shorter = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    return shorter.isEmpty() ? "features" : shorter;
  }
}
