package org.vigie.server.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser in words by which its owner knows it again, for example {@code Firefox 128 on Windows}.
 * The words are ours: of what a program says of itself only the digits of its version go in.
 */
final class BrowserName {

  private static final String UNKNOWN = "a program";
  private static final int MAX_READ = 500;

  /** In this order, since most name others, too, that they want to be taken for. */
  private static final Map<String, Pattern> BROWSERS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    browser("Edge", "Edg(?:e|A|iOS)?/");
    browser("Opera", "OPR/");
    browser("Samsung Internet", "SamsungBrowser/");
    browser("Firefox", "(?:Firefox|FxiOS)/");
    browser("Chrome", "(?:Chrome|Chromium|HeadlessChrome|CriOS)/");
    browser("Safari", "Version/(?=[0-9.]+ (?:Mobile/[0-9A-Z]+ )?Safari)");
    browser("QGIS", "QGIS/");
    browser("curl", "curl/");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "Mac");
    SYSTEMS.put("Linux", "Linux");
  }

  private BrowserName() {}

  /**
   * @param agent header User-Agent, which anybody may make up
   */
  static String of(@Nullable String agent) {
    if (agent == null) {
      return UNKNOWN;
    }
    String read = agent.substring(0, Math.min(agent.length(), MAX_READ));
    String name = UNKNOWN;
    for (Map.Entry<String, Pattern> each : BROWSERS.entrySet()) {
      Matcher version = each.getValue().matcher(read);
      if (version.find()) {
        name = each.getKey() + " " + version.group(1);
        break;
      }
    }
    for (Map.Entry<String, String> each : SYSTEMS.entrySet()) {
      if (read.contains(each.getKey())) {
        return name + " on " + each.getValue();
      }
    }
    return name;
  }

  private static void browser(String name, String before) {
    BROWSERS.put(name, Pattern.compile(before + "([0-9]{1,4})"));
  }
}
