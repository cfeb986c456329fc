package org.vigie.server.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * The page worked by keys alone, as somebody does who has no pointer. It adds up what a person
 * would take, by the keystroke-level model of Card, Moran and Newell: 0.28 s for a key pressed by
 * an average typist, 1.35 s to think before each field.
 */
final class Keyboard {

  private static final int FARTHEST = 120;
  private static final double KEY_SECONDS = 0.28;
  private static final double THOUGHT_SECONDS = 1.35;
  private static final String IS_THERE = "selector => document.activeElement.matches(selector)";

  private final Tab tab;
  private final Page page;
  private int keys;
  private int fields;

  Keyboard(Tab tab) {
    this.tab = tab;
    page = tab.page();
  }

  Keyboard press(String... names) {
    for (String name : names) {
      page.keyboard().press(name);
      keys++;
    }
    return this;
  }

  /** Types into what has the focus. */
  Keyboard type(String text) {
    page.keyboard().type(text);
    keys += text.length();
    fields++;
    return this;
  }

  /** Replaces what stands in the field that has the focus. */
  Keyboard replace(String text) {
    return press("Control+a").type(text);
  }

  /** Goes on by Tab until something that the selector matches has the focus. */
  Keyboard to(String selector) {
    return walk("Tab", selector);
  }

  /** The same, backwards. */
  Keyboard backTo(String selector) {
    return walk("Shift+Tab", selector);
  }

  Keyboard toId(String testId) {
    return to(of(testId));
  }

  /** Goes there and presses it. */
  Keyboard use(String testId) {
    return toId(testId).press("Enter");
  }

  /** Opens a list that one chooses from, and takes the entry that begins so. */
  Keyboard choose(String beginning) {
    press("ArrowDown").type(beginning);
    return press("Enter");
  }

  /** Waits until something that the page moves to by itself has the focus. */
  Keyboard awaitFocus(String selector) {
    page.waitForFunction(IS_THERE, selector);
    return this;
  }

  boolean isAt(String selector) {
    return Boolean.TRUE.equals(page.evaluate(IS_THERE, selector));
  }

  /** Waits until a text is there. */
  Keyboard await(String testId, String text) {
    ShiftTest.awaitText(tab, testId, text);
    return this;
  }

  /** Starts to count anew. */
  Keyboard begin() {
    keys = 0;
    fields = 0;
    return this;
  }

  int fields() {
    return fields;
  }

  /** What a person needs for what was done since {@link #begin}. */
  double seconds() {
    return keys * KEY_SECONDS + fields * THOUGHT_SECONDS;
  }

  static String of(String testId) {
    return "[data-testid='" + testId + "']";
  }

  /** Signs in from the page that an address shows to whoever is nobody yet. */
  static Keyboard signIn(Tab tab, String username, String fragment) {
    tab.page().navigate(Demo.url() + fragment);
    Keyboard keyboard = new Keyboard(tab).use("as-" + username);
    tab.page().waitForSelector("#app[data-state=ready]");
    return keyboard;
  }

  /** A person sees that a panel is still to come before going on in it. */
  private Keyboard walk(String key, String selector) {
    page.waitForSelector(
        selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    for (int i = 0; i < FARTHEST; i++) {
      press(key);
      if (isAt(selector)) {
        return this;
      }
    }
    throw new AssertionError(
        key
            + " does not lead to "
            + selector
            + " but to "
            + page.evaluate("() => document.activeElement.outerHTML.slice(0, 300)"));
  }
}
