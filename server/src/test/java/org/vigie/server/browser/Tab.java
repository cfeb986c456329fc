package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import org.vigie.server.testing.SignedIn;

/** The picture open in a window of its own; closing it checks that nothing went wrong meanwhile. */
final class Tab implements AutoCloseable {

  /** A busy machine with two cores and no graphics processor is not a fault of the page. */
  private static final double PATIENCE_MS = 60_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private boolean hasServer = true;

  private Tab(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MS);
    // The tour of a first visit would lie over what is tested; TourTest takes it off.
    // A sandboxed document, such as what was uploaded, has no storage.
    context.addInitScript(
        "if (origin !== 'null') {localStorage.getItem('vigie.tour') ??"
            + " localStorage.setItem('vigie.tour', '[\"*\"]')}");
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text() + " " + message.location());
          }
        });
    page.onPageError(errors::add);
  }

  static Tab wide(Browser browser) {
    return open(browser, wideWindow(), "");
  }

  static Tab wide(Browser browser, String fragment) {
    return open(browser, wideWindow(), fragment);
  }

  /** As somebody else of the exercise, in a session that ends with the tab. */
  static Tab wideAs(Browser browser, String username) {
    return wideAs(browser, username, "");
  }

  static Tab wideAs(Browser browser, String username, String fragment) {
    return open(browser, wideWindow(), fragment, Demo.signIn(username));
  }

  static Tab phone(Browser browser) {
    return phone(browser, "");
  }

  static Tab phone(Browser browser, String fragment) {
    return open(browser, window(390, 844).setHasTouch(true), fragment);
  }

  /** Lying, and held with both hands. */
  static Tab tablet(Browser browser, String fragment) {
    return open(browser, window(1024, 768).setHasTouch(true), fragment);
  }

  /** A new browser that nobody has signed in from, and no page in it yet. */
  static Tab blank(Browser browser) {
    return new Tab(browser.newContext(wideWindow()));
  }

  /** A new browser of another kind, for example one that prefers another language. */
  static Tab of(Browser browser, Browser.NewContextOptions options) {
    return new Tab(browser.newContext(options.setServiceWorkers(ServiceWorkerPolicy.BLOCK)));
  }

  /** The same, of a phone's width. */
  static Tab blankPhone(Browser browser) {
    return new Tab(browser.newContext(window(390, 844)));
  }

  private static Browser.NewContextOptions wideWindow() {
    return window(1600, 900);
  }

  /** Its requests pass through no service worker, which would hide them from the test. */
  private static Browser.NewContextOptions window(int width, int height) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
  }

  /** The page with its service worker, which keeps its files. */
  static Tab withWorker(Browser browser, String url, SignedIn user, String fragment) {
    Browser.NewContextOptions options = wideWindow().setServiceWorkers(ServiceWorkerPolicy.ALLOW);
    return open(browser, options, url, fragment, user);
  }

  static Tab open(Browser browser, Browser.NewContextOptions options, String fragment) {
    return open(browser, options, fragment, Demo.as(Demo.ANALYST));
  }

  private static Tab open(
      Browser browser, Browser.NewContextOptions options, String fragment, SignedIn user) {
    return open(browser, options, Demo.url(), fragment, user);
  }

  private static Tab open(
      Browser browser,
      Browser.NewContextOptions options,
      String url,
      String fragment,
      SignedIn user) {
    return in(browser.newContext(options), url, user, fragment);
  }

  /** The page in a browser that was started before. */
  static Tab in(BrowserContext context, String url, SignedIn user, String fragment) {
    Tab tab = new Tab(context);
    signIn(context, url, user);
    tab.page.navigate(url + fragment);
    tab.page.waitForSelector("#app[data-state=ready]");
    return tab;
  }

  /** Gives the browser the session of somebody, in place of what it had. */
  static void signIn(BrowserContext context, String url, SignedIn user) {
    context.addCookies(
        List.of(new Cookie("vigie-session", user.key()).setUrl(url).setHttpOnly(true)));
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  Locator at(String testId) {
    return page.getByTestId(testId);
  }

  Tab click(String testId) {
    at(testId).first().click();
    return this;
  }

  Tab fill(String testId, String text) {
    at(testId).first().fill(text);
    return this;
  }

  /** Waits until it is there and says what it says. */
  String text(String testId) {
    at(testId).first().waitFor();
    return at(testId).first().innerText();
  }

  /** Waits for a whole number, written with thousands separators. */
  long number(String testId) {
    page.waitForFunction(
        "id => /[0-9]/.test(document.querySelector(`[data-testid=\"${id}\"]`)?.textContent)",
        testId);
    return Long.parseLong(text(testId).replaceAll("[^0-9]", ""));
  }

  /** Waits until the page says this number. */
  Tab awaitNumber(String testId, long expected) {
    page.waitForFunction(
        "([id, n]) => document.querySelector(`[data-testid=\"${id}\"]`)"
            + "?.textContent.replace(/[^0-9]/g, '') === String(n)",
        List.of(testId, Math.toIntExact(expected)));
    return this;
  }

  /** Clicks on the map at shares of its width and height. */
  Tab clickMap(double x, double y) {
    BoundingBox box = at("map").boundingBox();
    page.mouse().click(box.x + box.width * x, box.y + box.height * y);
    // Two clicks at once would be a double click, which closes an outline.
    page.waitForTimeout(350);
    return this;
  }

  /**
   * The address follows the picture a moment later, so that a drag leaves one entry to go back to.
   */
  Tab awaitAddress(String part) {
    page.waitForFunction("part => location.hash.includes(part)", part);
    return this;
  }

  /** What the address holds, without the number sign. */
  String fragment() {
    String url = page.url();
    return url.substring(url.indexOf('#') + 1);
  }

  /** The server is gone for good, and the page goes on looking for it until it is closed. */
  void expectNoServer() {
    hasServer = false;
  }

  /** An error that the test itself provoked. */
  void forgive(String part) {
    errors.removeIf(error -> error.contains(part));
  }

  @Override
  public void close() {
    context.close();
    if (!hasServer) {
      forgive("net::ERR_");
    }
    assertThat(errors).as("errors on the page").isEmpty();
  }
}
