package org.vigie.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Which versions of the browser libraries are on the class path. */
public final class WebJars {

  private static final Map<String, String> VERSIONS = new ConcurrentHashMap<>();

  private WebJars() {}

  /** The version of a library of {@code org.webjars.npm}, as its own jar states it. */
  public static String version(String library) {
    return VERSIONS.computeIfAbsent(library, WebJars::read);
  }

  private static String read(String library) {
    String file = "META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
    try (InputStream in = WebJars.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the library " + library + " is not on the class path");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException broken) {
      throw new IllegalStateException("cannot read " + file, broken);
    }
  }
}
