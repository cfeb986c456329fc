package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody verifies what he wrote himself, as a duty officer meets it on the page. */
@ExtendWith(Chromium.class)
class SecondPersonTest {

  private static final String FIRST = "duty-officer";

  @Test
  void whoWroteAnIncidentIsToldThatASecondPersonMustVerifyIt(Browser browser) throws Exception {
    String title = "EXERCISE clash at the weir";
    try (Tab first = Tab.wideAs(browser, FIRST)) {
      String id = corroborating(first, title, "BATTLES");
      first.at("step-VERIFIED").focus();
      first.page().keyboard().press("Enter");
      assertThat(first.text("step-problem"))
          .contains("You wrote this yourself: a second person must take this step");
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
