package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody verifies what he wrote himself, as two duty officers at two desks live it. */
@ExtendWith(Chromium.class)
class SecondPersonTest {

  private static final String FIRST = "duty-officer";
  private static final String SECOND = "second-duty-officer";

  @Test
  void whoWroteAnIncidentIsRefusedAndASecondOfficerVerifiesItByKeyboard(Browser browser)
      throws Exception {
    String title = "EXERCISE clash at the weir";
    try (Tab first = Tab.wideAs(browser, FIRST);
        Tab second = Tab.wideAs(browser, SECOND)) {
      String id = corroborating(first, title, "BATTLES");
      first.at("step-VERIFIED").focus();
      first.page().keyboard().press("Enter");
      assertThat(first.text("step-problem"))
          .contains("You wrote this yourself: a second person must take this step");
      assertThat(state(id)).isEqualTo("CORROBORATING");
      inInbox(first, id).press("v");
      assertThat(first.text("inbox-message")).contains("You wrote this yourself");
      assertThat(state(id)).as("refused in the inbox as well").isEqualTo("CORROBORATING");

      Keyboard keys = inInbox(second, id);
      keys.press("v");
      awaitText(second, "announcer", title + ": verified");
      assertThat(state(id)).isEqualTo("VERIFIED");

      first.page().evaluate("hash => { location.hash = hash; }", "#v1////s=incident:" + id);
      awaitText(first, "state", "Verified");
      assertThat(first.text("situation")).contains("by " + SECOND);
      awaitText(first, "history", "by " + SECOND);
      assertThat(first.text("history")).as("the record names both").contains("by " + FIRST);
      assertThat(first.at("step-undo").count())
          .as("a step is taken back by whoever took it")
          .isZero();

      keys.press("z");
      awaitText(second, "announcer", "Taken back");
      assertThat(state(id)).isEqualTo("CORROBORATING");
    }
  }

  @Test
  void whatTheRuleDoesNotCoverIsVerifiedByWhoeverWroteIt(Browser browser) throws Exception {
    try (Tab first = Tab.wideAs(browser, FIRST)) {
      String id = corroborating(first, "EXERCISE flood at the weir", "HAZARD");
      first.click("step-VERIFIED");
      awaitText(first, "state", "Verified");
      assertThat(state(id)).isEqualTo("VERIFIED");
      first.click("step-undo");
      awaitText(first, "state", "Being corroborated");
      assertThat(state(id)).isEqualTo("CORROBORATING");
    }
  }

  /** Enters an incident by the form and takes it on from its detail; returns its id. */
  private static String corroborating(Tab tab, String title, String type) throws Exception {
    tab.click("tool-entry");
    tab.at("entry-what").selectOption("incident");
    tab.at("where-unknown").check();
    tab.fill("field-title", title);
    tab.at("field-type").selectOption(type);
    // High in the inbox, whatever else waits.
    tab.fill("field-severity", "5");
    tab.click("entry-save").click("saved-open");
    tab.click("step-TRIAGED");
    awaitText(tab, "state", "Triaged");
    tab.click("step-CORROBORATING");
    awaitText(tab, "state", "Being corroborated");
    String filter = URLEncoder.encode("title='" + title + "'", StandardCharsets.UTF_8);
    JsonNode found = Demo.get("/collections/incident/items?filter=" + filter).path("features");
    assertThat(found).hasSize(1);
    return found.get(0).path("id").asText();
  }

  /** Opens the inbox and goes down by keyboard to the incident, whose steps are then offered. */
  private static Keyboard inInbox(Tab tab, String id) {
    if (tab.at("detail-close").isVisible()) {
      tab.click("detail-close");
    }
    Keyboard keys = tab.page().keyboard();
    keys.press("b");
    tab.at("waiting").first().waitFor();
    tab.click("queue-CORROBORATING");
    tab.page()
        .waitForFunction(
            "() => document.querySelector('[data-testid=queue-CORROBORATING]')"
                + "?.ariaPressed === 'true' && document.activeElement?.closest('.waiting')");
    Locator chosen = tab.page().locator(".waiting[aria-current=true]");
    tab.page().locator(".waiting[data-id='" + id + "']").waitFor();
    for (int i = 0; !id.equals(chosen.getAttribute("data-id")); i++) {
      assertThat(i).as("steps down to it").isLessThan(400);
      keys.press("j");
    }
    tab.at("step-VERIFIED").waitFor();
    return keys;
  }

  private static void awaitText(Tab tab, String testId, String part) {
    tab.page()
        .waitForFunction(
            "([id, part]) => document.querySelector(`[data-testid=\"${id}\"]`)"
                + "?.textContent.includes(part)",
            List.of(testId, part));
  }

  private static String state(String incident) throws Exception {
    return Demo.get("/api/workflow/incident/" + incident).path("state").asText();
  }
}
