package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The situation map as the printer gets it, read back from the PDF. */
@ExtendWith(Chromium.class)
class PrintTest {

  private static final String VIEW = "#v1/9.5/-10.55/-22.15/";
  private static final float POINTS_PER_MM = 72 / 25.4f;

  @TempDir private Path folder;

  @Test
  void theSheetIsOnePageOfItsSizeAndSaysAllThatASituationMapMustSay(Browser browser)
      throws Exception {
    try (Tab tab = Tab.wide(browser, VIEW + "f.incident.severity=min:3")) {
      open(tab);
      tab.fill("print-title", "Week 26: protection of civilians");
      tab.fill("print-subtitle", "Prepared for the weekly meeting");
      tab.at("sheet-title").getByText("Week 26").waitFor();
      String asOf = "Data as of " + tab.at("data-as-of").locator("time").innerText();
      try (PDDocument pdf = printed(tab, "a4.pdf")) {
        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        assertSize(pdf.getPage(0), 297, 210);
        String text = text(pdf);
        assertThat(text)
            .contains("Week 26: protection of civilians", "Prepared for the weekly meeting")
            .contains("EXERCISE LANTERN WATCH", "EXERCISE · fictional data")
            .contains(asOf)
            .contains("Legend", "Incidents", "Battles", "Violence against civilians")
            .contains("2 Apr 2026 – 30 Jun 2026", "Incidents: Severity at least 3")
            .contains("severity >= 3")
            .contains("1 : ", "True north is up")
            .contains("WGS 84, Web Mercator", "MGRS grid", "27L")
            .contains("do not imply official endorsement")
            .contains("Printed by: Analyst", "Page 1 of 1");
        assertThat(text.split("STRICTLY CONFIDENTIAL", -1))
            .as("at the head and at the foot")
            .hasSize(3);
        assertThat(dotsPerInch(pdf.getPage(0), tab)).isGreaterThanOrEqualTo(200);
      }
      long counted = Long.parseLong(tab.at("sheet-legend-incident").locator("h3 b").innerText());
      assertThat(counted).as("the exact count of the sheet's own extent").isEqualTo(asked(tab));
    }
  }

  @Test
  void paperListAndGridAreAsAskedForAndAListThatIsCutSaysSo(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, VIEW)) {
      open(tab);
      tab.at("print-paper-a3").check(new Locator.CheckOptions().setForce(true));
      tab.at("print-orientation-portrait").check(new Locator.CheckOptions().setForce(true));
      tab.at("print-list").selectOption("25");
      tab.at("print-grid").uncheck();
      tab.at("sheet-list").first().waitFor();
      awaitReady(tab);
      assertThat(tab.text("sheet-list-count")).startsWith("the newest 25 of ");
      try (PDDocument pdf = printed(tab, "a3.pdf")) {
        assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        assertSize(pdf.getPage(0), 297, 420);
        assertSize(pdf.getPage(1), 297, 420);
        String text = text(pdf);
        assertThat(text).contains("Page 2 of 2", "Reference", "MIMAR-2026-");
        assertThat(text).contains("are on the map and not in this list").doesNotContain("MGRS");
      }
    }
  }

  @Test
  void theClassificationIsThatOfWhatIsShownAndMayOnlyBeRaised(Browser browser) {
    try (Tab tab = Tab.wideAs(browser, "viewer", VIEW)) {
      open(tab);
      assertThat(tab.at("sheet-mark").first().innerText()).isEqualTo("UNCLASSIFIED");
      tab.at("print-mark").selectOption("CONFIDENTIAL");
      tab.at("sheet-mark").first().getByText("CONFIDENTIAL", exactly()).waitFor();
      assertThat(tab.at("sheet-mark").allInnerTexts()).containsOnly("CONFIDENTIAL").hasSize(2);
    }
    try (Tab tab = Tab.wide(browser, VIEW)) {
      open(tab);
      assertThat(tab.at("sheet-mark").first().innerText())
          .as("with the compartments of what is shown")
          .startsWith("STRICTLY CONFIDENTIAL, ")
          .contains("POC");
      assertThat(tab.at("print-mark").locator("option[value=UNCLASSIFIED]").isDisabled()).isTrue();
      assertThat(tab.at("print-mark").locator("option[value=CONFIDENTIAL]").isDisabled()).isTrue();
    }
  }

  @Test
  void thePictureHasTheSheetInFullAndItsMarkInTheName(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, VIEW)) {
      open(tab);
      Download download =
          tab.page().waitForDownload(() -> tab.click("print-picture").at("print-status").waitFor());
      assertThat(download.suggestedFilename())
          .matches("Situation map\\.2026-06-30\\.STRICTLY_CONFIDENTIAL(\\.[A-Z-]+)+\\.png");
      Path file = folder.resolve("sheet.png");
      download.saveAs(file);
      BufferedImage picture = ImageIO.read(file.toFile());
      assertThat(picture.getWidth()).as("A4 at 240 dots an inch").isBetween(2_800, 2_815);
      assertThat(colours(picture)).as("the map is painted").isGreaterThan(200);
    }
  }

  @Test
  void anEmptyMapAndAVeryLongTitleAreASheetLikeAnyOther(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, "#v1/9/40/30/")) {
      open(tab);
      tab.fill("print-title", "خريطة الوضع " + "A title that does not end ".repeat(4));
      tab.at("sheet-title").getByText("A title").waitFor();
      assertThat(tab.text("sheet-none")).contains("Nothing of the layers");
      try (PDDocument pdf = printed(tab, "empty.pdf")) {
        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        assertThat(text(pdf)).contains("Nothing of the layers", "Page 1 of 1");
      }
      tab.page().keyboard().press("Escape");
      tab.page().keyboard().press("Escape");
      tab.at("print-desk")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  @Test
  void densityHasItsRampWithItsUnitAndAPinItsPosition(Browser browser) throws Exception {
    try (Tab tab =
        Tab.wide(browser, "#v1/7/-11/-21.5/t=2024-07-01..2026-06-30&pin=-21.5,-10.5,2000")) {
      open(tab);
      tab.at("sheet-ramp").waitFor();
      awaitReady(tab);
      try (PDDocument pdf = printed(tab, "density.pdf")) {
        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        assertThat(text(pdf))
            .contains("Density of events", "Events in a cell about", "logarithmic")
            .contains("10.5", "21.5", "within 2");
        assertThat(tab.text("sheet-pin")).contains("10.50000° S, 21.50000° W");
      }
    }
  }

  @Test
  void whatAnAnalysisFoundIsOnTheSheetWithAllThatItRestsOnAndGoneWithItFromTheMap(Browser browser)
      throws Exception {
    try (Tab tab = Tab.wide(browser, VIEW + "o=analysis")) {
      tab.at("parameter-epsM").waitFor();
      tab.at("analysis").first().selectOption("hexagon-counts");
      tab.at("parameter-sideM").first().waitFor();
      tab.page()
          .waitForFunction(
              "() => document.querySelector('[data-testid=analysis-run]')?.disabled === false");
      tab.click("analysis-run");
      tab.number("analysis-count");
      String caveat = tab.text("first-caveat");
      int drawn = tab.page().locator(".map .finding").count();
      open(tab);
      assertThat(tab.page().locator(".sheet-map .finding").count()).isEqualTo(drawn).isPositive();
      try (PDDocument pdf = printed(tab, "finding.pdf")) {
        String text = text(pdf).replaceAll("\\s+", " ");
        assertThat(text).contains("2 Apr 2026 – 30 Jun 2026", "10 to 24", "events used");
        assertThat(tab.text("sheet-caveat")).isEqualTo(caveat);
        assertThat(tab.text("sheet-finding-basis")).contains("Data as of", ": ");
      }
      tab.page().keyboard().press("Escape");
      tab.page().keyboard().press("Escape");
      tab.at("print-desk")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      open(tab);
      assertThat(tab.at("sheet-finding").count()).as("no longer on the map").isZero();
    }
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static void open(Tab tab) {
    tab.page().keyboard().press("p");
    awaitReady(tab);
  }

  private static void awaitReady(Tab tab) {
    tab.page().waitForSelector("[data-testid=print-desk][data-state=ready]");
    tab.page()
        .waitForFunction("() => !document.querySelector('[data-testid=print-print]').disabled");
  }

  private PDDocument printed(Tab tab, String name) throws IOException {
    Path file = folder.resolve(name);
    tab.page()
        .pdf(
            new Page.PdfOptions()
                .setPath(file)
                .setPreferCSSPageSize(true)
                .setPrintBackground(true));
    return Loader.loadPDF(file.toFile());
  }

  private static String text(PDDocument pdf) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    return stripper.getText(pdf).replaceAll("[ \\u00a0]+", " ");
  }

  private static void assertSize(PDPage page, float widthMm, float heightMm) {
    PDRectangle box = page.getMediaBox();
    assertThat(box.getWidth() / POINTS_PER_MM).isBetween(widthMm - 0.5f, widthMm + 0.5f);
    assertThat(box.getHeight() / POINTS_PER_MM).isBetween(heightMm - 0.5f, heightMm + 0.5f);
  }

  /** Of the largest picture on the page, which is the map with a margin of 4 % on each side. */
  private static double dotsPerInch(PDPage page, Tab tab) throws IOException {
    int widest = 0;
    for (COSName name : page.getResources().getXObjectNames()) {
      if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
        widest = Math.max(widest, image.getWidth());
      }
    }
    Number pixels =
        (Number) tab.page().evaluate("document.querySelector('.sheet-map').offsetWidth");
    return widest / (pixels.doubleValue() / 96 * 1.08);
  }

  private static long asked(Tab tab) throws Exception {
    String[] bounds =
        ((String) tab.page().evaluate("document.querySelector('.print-desk').dataset.bounds"))
            .split(",");
    JsonNode answer =
        Demo.post(
            "/api/counts",
            "{\"datetime\":\"2026-04-02/2026-06-30\",\"bbox\":["
                + String.join(",", bounds)
                + "],\"layers\":[{\"name\":\"incident\",\"filter\":\"severity >= 3\"}]}");
    return answer.path("layers").path("incident").path("count").asLong();
  }

  private static long colours(BufferedImage picture) {
    return java.util.stream.IntStream.range(0, 400)
        .flatMap(
            x ->
                java.util.stream.IntStream.range(0, 300)
                    .map(
                        y ->
                            picture.getRGB(
                                x * picture.getWidth() / 400, y * picture.getHeight() / 300)))
        .distinct()
        .count();
  }
}
