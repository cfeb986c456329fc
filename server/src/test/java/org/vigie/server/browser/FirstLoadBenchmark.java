package org.vigie.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.VigieProcess;
import org.vigie.server.http.CertificateFiles;

/**
 * How long somebody waits who opens the exercise for the first time over a bad line: until the page
 * stands, and until its picture is whole: all tiles there, drawn and counted. With the answers that
 * it took until then. Over plain HTTP and over TLS, which browsers speak HTTP/2 on.
 */
@ExtendWith(Chromium.class)
class FirstLoadBenchmark {

  private record Line(int kilobits, int milliseconds) {}

  /** The first as fast as this machine is. */
  private static final List<Line> LINES =
      List.of(new Line(0, 0), new Line(256, 600), new Line(64, 1_000));

  private static final String USER = "duty-officer";

  /** A layer that failed is no longer waited for, and not there either. */
  private static final String WHOLE =
      "() => performance.getEntriesByName('picture').length > 0"
          + " && !document.querySelector('.layer .notice.is-problem')";

  private static final double PATIENCE_MS = 600_000;

  @Test
  void firstLoadOverABadLine(Browser browser) throws Exception {
    System.out.println(
        "line, protocol: page stands, picture whole; shell; data; tiles among them; load");
    Path folder = TestDatabases.newFolder("vigie-first-load-");
    CertificateFiles own = CertificateFiles.create(folder, "own", "EC", "-1d", 2);
    String data = "--data-dir=" + folder.resolve("data");
    try (VigieProcess plain = VigieProcess.start("demo", "--port=0", data).awaitReady()) {
      measure(browser, plain.url(), "HTTP/1.1");
    }
    String certificate = "--tls-certificate=" + own.files().certificate();
    String key = "--tls-key=" + own.files().key();
    try (VigieProcess secure =
        VigieProcess.start("demo", "--port=0", data, certificate, key).awaitReady()) {
      measure(browser, secure.url(), "HTTP/2");
    }
    TestDatabases.delete(folder);
  }

  private static void measure(Browser browser, String url, String protocol) {
    String cookies = signedIn(browser, url);
    for (Line line : LINES) {
      Browser.NewContextOptions options = window().setStorageState(cookies);
      try (BrowserContext context = browser.newContext(options)) {
        context.addInitScript("localStorage.setItem('vigie.tour', '[\"*\"]')");
        System.out.printf(
            "%d kbit/s %d ms, %s: %s%n",
            line.kilobits(), line.milliseconds(), protocol, opened(context.newPage(), url, line));
      }
    }
  }

  private static String opened(Page page, String url, Line line) {
    page.setDefaultTimeout(PATIENCE_MS);
    FirstLoad load = FirstLoad.of(page);
    if (line.kilobits() > 0) {
      load.over(line.kilobits(), line.milliseconds());
    }
    long begun = System.nanoTime();
    page.navigate(url, new Page.NavigateOptions().setTimeout(PATIENCE_MS));
    page.waitForSelector("#app[data-state=ready]");
    double stands = (System.nanoTime() - begun) / 1e9;
    page.waitForCondition(() -> (Boolean) page.evaluate(WHOLE));
    double drawn = (System.nanoTime() - begun) / 1e9;
    return String.format(
        Locale.ROOT,
        "%.1f s, %.1f s; %s; %s; %s; %.0f",
        stands,
        drawn,
        said(load.shell()),
        said(load.data()),
        said(load.tiles()),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String said(FirstLoad.Weight weight) {
    return String.format(
        Locale.ROOT,
        "%d answers %d kB, of that headers %d kB",
        weight.answers(),
        weight.bytes() / 1_000,
        weight.headers() / 1_000);
  }

  /** The session of a duty officer, as a browser keeps it. */
  private static String signedIn(Browser browser, String url) {
    try (BrowserContext context = browser.newContext(window())) {
      Page page = context.newPage();
      page.navigate(url);
      page.getByTestId("as-" + USER).click();
      page.waitForSelector("#app[data-state=ready]");
      String state = context.storageState();
      return state.replaceFirst("\"origins\":\\[.*", "\"origins\":[]}");
    }
  }

  private static Browser.NewContextOptions window() {
    return new Browser.NewContextOptions().setViewportSize(1600, 900).setIgnoreHTTPSErrors(true);
  }
}
