package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.testing.SignedIn;

/** Who may not see alerts at all reads how many there are, and no small number. */
@ExtendWith(Chromium.class)
class CountsOfAllTest {

  @Test
  void aViewerReadsRoundedCountsOfWhatIsNotShownToHim(Browser browser) throws Exception {
    try (Tab viewer = Tab.wideAs(browser, "viewer")) {
      assertThat(viewer.at("layer-poc-alert").count()).as("no such layer for him").isZero();

      viewer.click("counts-of-all").at("released-layer").selectOption("poc-alert");

      viewer.at("released-hidden").waitFor();
      viewer.at("released-year").selectOption("2025");
      List<String> figures = viewer.at("released-table").locator("tbody td").allInnerTexts();
      assertThat(figures).hasSizeGreaterThan(12).contains("few");
      assertThat(figures).allMatch(text -> text.matches("few|–|[0-9,]*[05]\\+"));
    }
  }

  @Test
  void figuresOfAnAreaLeadToThem(Browser browser) {
    try (Tab phone = Tab.phone(browser)) {
      phone.click("phone-tools").click("tool-area").click("area-of-all");
      Locator table = phone.at("released-table");
      table.waitFor();
      assertThat(table.locator("caption").innerText()).startsWith("Incidents in ");
      phone.click("tool-close");
      assertThat(table.isVisible()).isFalse();
    }
  }

  @Test
  void everybodyReadsTheSame() throws Exception {
    String viewer = read("viewer");

    assertThat(viewer).isEqualTo(read("analyst")).contains("\"atLeast\":");
  }

  private static String read(String username) throws Exception {
    SignedIn caller = Demo.as(username);
    return caller.send(caller.request("/api/released-counts")).body();
  }
}
