package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.web.SeededEstate.SHARED;
import static uk.nhs.estate.web.SeededEstate.ago;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Lifecycle;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.sample.Lookups;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.store.DkimSelectors;
import uk.nhs.estate.store.PublishedKeys;
import uk.nhs.estate.store.Register;

class TargetPageTest {

  @Test
  void showsTheScoreWithItsCoverageAndWhatWouldRaiseItMost() {
    SHARED.lookAtSite(SHARED.site("www.scored.test", "scored.test"), ago(Duration.ofHours(1)));
    var page = SHARED.page("/sites/www.scored.test");
    assertThat(page.text())
        .containsPattern("Score [0-9]+ of 100 points, from open findings only")
        .containsPattern("Coverage [0-9]+ of [0-9]+ checks have been made at least once")
        .containsPattern("What would raise the score most .* mending it gives [0-9]+ points?")
        .doesNotContain("out of date");
    assertThat(page.select(".estate-problem h3").eachText().getFirst()).startsWith("Urgent");
    assertThat(page.select(".estate-problem").eachText().getFirst())
        .contains("Why it matters", "How to fix it", "See it yourself", "Standards");
    assertThat(page.select(".estate-problem code").eachText())
        .anyMatch(command -> command.contains("www.scored.test"));
  }

  @Test
  void showsWhatWasSeenAsItWasSent() {
    SHARED.lookAtSite(SHARED.site("www.seen.test", "seen.test"), ago(Duration.ofHours(1)));
    SHARED.lookAtDomain(SHARED.domain("seen.test"), ago(Duration.ofHours(1)));
    var site = SHARED.page("/sites/www.seen.test");
    assertThat(site.select("pre").eachText())
        .anyMatch(sent -> sent.contains("Strict-Transport-Security: max-age=60"));
    assertThat(site.text())
        .contains(
            "Version TLSv1.2",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "Names www.seen.test",
            "Nobody answers on this port",
            "192.0.2.80");
    assertThat(SHARED.page("/domains/seen.test").text())
        .contains(
            "192.0.2.53", "None: the name has no such record", "Could not ask: no answer in time");
  }

  @Test
  void showsTheDnsInTablesThatAScreenReaderCanFollowAndNothingInItRuns() {
    var text = "\"" + SeededEstate.HOSTILE.replace("\"", "\\\"") + "\"";
    var dns = SoundDomain.dns(Lookups.found(SoundDomain.NAME, "TXT", text));
    SHARED.lookAtDns(SHARED.domain(SoundDomain.NAME), ago(Duration.ofHours(1)), dns);
    var page = SHARED.page("/domains/" + SoundDomain.NAME);
    var tables = page.select("details table:has(caption)");
    assertThat(tables.select("caption").eachText())
        .contains(
            "What the servers of the zone above say",
            "What its own name servers do",
            "Records",
            "Where its records point");
    for (var row : tables.select("tbody tr")) {
      var columns = Objects.requireNonNull(row.closest("table")).select("thead th[scope=col]");
      assertThat(row.select("th[scope=row], td")).hasSameSizeAs(columns);
      assertThat(row.select("th[scope=row]")).hasSize(1);
    }
    assertThat(page.text()).contains("<script>alert(1)</script>", "[U+202E]");
    assertThat(page.select("script, [onfocus]")).isEmpty();
  }

  @Test
  void keepsTheDkimSelectorsGivenInTheForm() {
    var target = SHARED.domain("selectors.test");
    var form = SHARED.page("/domains/selectors.test").select("form[action$=/dkim-selectors]");
    assertThat(form.select("textarea").text()).isEmpty();
    assertThat(send(form.attr("action"), "selectors=S1%0D%0A%0D%0As2%2C+s3").statusCode())
        .isEqualTo(303);
    assertThat(SHARED.service().bean(DkimSelectors.class).of(target.id()))
        .containsExactly("s1", "s2", "s3");
    var page = SHARED.page("/domains/selectors.test");
    assertThat(page.selectXpath("//textarea").getFirst().wholeText().strip())
        .isEqualTo("s1\ns2\ns3");
    assertThat(page.text())
        .contains("Entry DKIM selector s1 What Entered into the register By page");
    send(form.attr("action"), "selectors=");
    assertThat(SHARED.service().bean(DkimSelectors.class).of(target.id())).isEmpty();
    assertThat(
            SHARED
                .page("/sites/" + SHARED.site("www.selectors.test", "selectors.test").name())
                .select("textarea"))
        .isEmpty();
  }

  @Test
  void saysBesideTheFormWhyASelectorIsRefusedAndKeepsWhatWasGiven() {
    var target = SHARED.domain("refused-selectors.test");
    var sent = send("/domains/refused-selectors.test/dkim-selectors", "selectors=%3Cb%3E_x");
    assertThat(sent.statusCode()).isEqualTo(400);
    var page = Jsoup.parse(sent.body());
    assertThat(page.select("#selectors-error").text()).startsWith("Error: “<b>_x” is no selector");
    assertThat(page.select("textarea").text()).isEqualTo("<b>_x");
    assertThat(page.select("textarea").attr("aria-describedby")).contains("selectors-error");
    assertThat(SHARED.service().bean(DkimSelectors.class).of(target.id())).isEmpty();
    assertThat(send("/domains/no-such.test/dkim-selectors", "selectors=s1").statusCode())
        .isEqualTo(404);
  }

  @Test
  void showsWhoPublishesTheSameDkimKey() {
    SHARED.organisation("ZK9", "Key Trust");
    var one = SHARED.domain("one-key.test");
    var other = SHARED.domain("other-key.test");
    SHARED.claim("ZK9", "other-key.test");
    var keys = SHARED.service().bean(PublishedKeys.class);
    var found = new PublishedKeys.Found("k1", "c".repeat(64), "dkim.supplier.test");
    keys.keep(one.id(), ago(Duration.ofHours(1)), List.of("k1"), List.of(found));
    keys.keep(other.id(), ago(Duration.ofHours(1)), List.of("k1"), List.of(found));
    assertThat(SHARED.page("/domains/one-key.test").text())
        .contains(
            "1 other domain, on purpose: the key is kept at dkim.supplier.test for all of them.",
            "other-key.test (Key Trust)");
  }

  private static HttpResponse<String> send(String path, String form) {
    return SHARED
        .service()
        .send(
            SHARED
                .service()
                .request(path, "Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
  }

  @Test
  void saysWhatToPublishNextInATextThatCanBeCopied() {
    SHARED.lookAtDomain(SHARED.domain("advised.test"), ago(Duration.ofHours(1)));
    var page = SHARED.page("/domains/advised.test");
    assertThat(page.select("h2").eachText()).contains("What to publish next");
    assertThat(page.select("pre.estate-copy").eachText())
        .containsExactly("v=spf1 ~all", "advised.test. IN TXT \"v=spf1 ~all\"");
    assertThat(page.select("pre.estate-copy")).allMatch(text -> text.hasAttr("aria-label"));
    assertThat(page.text())
        .contains("Look at this first: Make sure that every service", "Publish this TXT record");
  }

  @Test
  void advisesNothingWhereNothingIsWrongWithMail() {
    SHARED.lookAtDns(SHARED.domain("unadvised.test"), ago(Duration.ofHours(1)), SoundDomain.dns());
    assertThat(SHARED.page("/domains/unadvised.test").select("#publish-next")).isEmpty();
  }

  @Test
  void saysWhoRunsIt() {
    SHARED.lookAtSite(SHARED.site("www.run.test", "run.test"), ago(Duration.ofHours(1)));
    SHARED.lookAtDomain(SHARED.domain("run.test"), ago(Duration.ofHours(1)));
    assertThat(SHARED.page("/sites/www.run.test").text())
        .contains(
            "Who runs it Under its own name.",
            "Hosting Not recognised: it has addresses of its own");
    assertThat(SHARED.page("/domains/run.test").text())
        .contains("DNS Itself (ns1.run.test)", "Mail Itself (mail.run.test)");
  }

  @Test
  void saysWhatCouldNotBeCheckedAndWhy() {
    SHARED.lookInVain(SHARED.site("www.hidden.test", "hidden.test"), ago(Duration.ofHours(1)));
    var page = SHARED.page("/sites/www.hidden.test");
    assertThat(page.text())
        .contains(
            "We could not check anything yet.",
            "That says nothing for or against it.",
            "Score None: nothing has been seen yet",
            "Grade None: too little has been seen to give one",
            "But not everything has been checked",
            "No name server answered in time");
    assertThat(page.select("strong.nhsuk-tag").eachText()).contains("Could not check");
  }

  @Test
  void aHiddenSiteKeepsWhatWasSeenAndSaysHowOldItIs() {
    var target = SHARED.site("www.gone-dark.test", "gone-dark.test");
    SHARED.lookAtSite(target, ago(Duration.ofDays(3)));
    var before = SHARED.page("/sites/www.gone-dark.test").select("dd strong").eachText();
    SHARED.lookInVain(target, ago(Duration.ofHours(1)));
    var page = SHARED.page("/sites/www.gone-dark.test");
    assertThat(page.text()).contains("The last looks could not check anything.");
    assertThat(page.select("dd strong").eachText()).isEqualTo(before);
  }

  @Test
  void oneLookInVainIsNotYetSaidToBeOne() {
    SHARED.lookOnceInVain(SHARED.site("www.blip.test", "blip.test"), ago(Duration.ofHours(1)));
    var page = SHARED.page("/sites/www.blip.test");
    assertThat(page.text())
        .contains("It is being looked at again. The first look", "could not see anything")
        .doesNotContainIgnoringCase("could not check");
    assertThat(page.select("strong.nhsuk-tag").eachText())
        .contains("Being looked at again", "Not seen at the last look");
    assertThat(SHARED.page("/sites?name=www.blip.test").select("tbody strong.nhsuk-tag").text())
        .isEqualTo("Being looked at again");
    assertThat(SHARED.page("/sites?name=blip.test&look=UNCHECKED").select("tbody")).isEmpty();
  }

  @Test
  void oneLookInVainLeavesWhatWasSaidBefore() {
    var target = SHARED.domain("blinked.test");
    SHARED.lookAtDomain(target, ago(Duration.ofHours(5)));
    var before = SHARED.page("/domains/blinked.test");
    SHARED.lookOnceInVainAtDomain(target, ago(Duration.ofHours(1)));
    var page = SHARED.page("/domains/blinked.test");
    assertThat(page.text()).contains("It is being looked at again. The last look");
    for (var heading : List.of("Positive", "Could not check")) {
      assertThat(checks(page, heading)).isNotEmpty().isEqualTo(checks(before, heading));
    }
  }

  /// What checks were made, and when, as a table of a page says.
  private static List<String> checks(Document page, String heading) {
    return page.select(
            "table:has(caption:containsOwn(" + heading + ")) tbody :is(th, td:last-child)")
        .eachText();
  }

  @Test
  void whatWasSeenOnceIsShownToBeCheckedAgainAndDoesNotCount() {
    SHARED.lookOnceAtSite(SHARED.site("www.once.test", "once.test"), ago(Duration.ofHours(1)));
    var page = SHARED.page("/sites/www.once.test");
    assertThat(page.select(".estate-problem h3").eachText())
        .isNotEmpty()
        .noneMatch(heading -> heading.startsWith("Urgent"));
    assertThat(page.text())
        .contains("Seen once; being checked again before it counts.", "Open findings 0 urgent");
    var links =
        page.select("table:has(caption:containsOwn(Being checked again)) th a").eachAttr("href");
    assertThat(links).isNotEmpty();
    var finding = SHARED.page(links.getFirst());
    assertThat(finding.text())
        .contains(
            "Status Seen once; being checked again",
            "Until a second look has seen it too it takes nothing from the score.");
    assertThat(SHARED.page("/findings?name=www.once.test&severity=URGENT").select("tbody"))
        .isEmpty();
    assertThat(
            SHARED
                .page("/findings?name=www.once.test&status=SUSPECTED")
                .select("tbody th a")
                .eachAttr("href"))
        .isEqualTo(links);
  }

  @Test
  void aLookThatIsTooLongAgoIsSaidToBe() {
    SHARED.lookAtSite(SHARED.site("www.old.test", "old.test"), ago(Duration.ofDays(9)));
    assertThat(SHARED.page("/sites/www.old.test").text())
        .contains("This is out of date.", "there should be one every 24 hours");
    assertThat(SHARED.page("/sites?name=www.old.test").select("tbody strong.nhsuk-tag").eachText())
        .containsExactly("Out of date");
    assertThat(SHARED.page("/").text()).contains("out of date. The last look at them is older");
    assertThat(SHARED.page("/sites?look=STALE").text()).contains("www.old.test");
  }

  @Test
  void aTargetNotLookedAtYetHasNothingForOrAgainstIt() {
    SHARED.domain("fresh.test");
    assertThat(SHARED.page("/domains/fresh.test").text())
        .contains(
            "It has not been looked at yet.", "Nothing has been checked yet", "Not scheduled yet");
  }

  @Test
  void theButtonQueuesAScanAndComesBackToThePage() {
    SHARED.domain("button.test");
    assertThat(SHARED.page("/domains/button.test").select("form[action$=/scans] button").text())
        .isEqualTo("Scan now");
    var response = post("/domains/button.test/scans");
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location")).hasValue("/domains/button.test");
    var page = SHARED.page("/domains/button.test");
    assertThat(page.select(".nhsuk-inset-text").text()).contains("A scan is queued since");
    assertThat(page.select("form[action$=/scans]")).isEmpty();
    assertThat(post("/domains/button.test/scans").statusCode()).isEqualTo(303);
  }

  @Test
  void aRetiredDomainIsShownAndNotScanned() {
    var target = SHARED.domain("retired.test");
    SHARED.lookAtDomain(target, ago(Duration.ofDays(30)));
    SHARED
        .service()
        .bean(Register.class)
        .change(
            new Domain(new DomainName("retired.test")),
            Lifecycle.RETIRED,
            ScanLevel.ORDINARY,
            "a test");
    var page = SHARED.page("/domains/retired.test");
    assertThat(page.text())
        .contains("Retired It was retired on", "It is not looked at any more.")
        .contains("Lifecycle: from ACTIVE to RETIRED");
    assertThat(page.select("form[method=post]")).isEmpty();
    assertThat(SHARED.page("/domains?name=retired.test").select("tbody")).isEmpty();
    assertThat(SHARED.page("/domains?name=retired.test&look=RETIRED").select("tbody a").eachText())
        .containsExactly("retired.test");
    var refused = post("/domains/retired.test/scans");
    assertThat(refused.statusCode()).isBetween(400, 499);
  }

  @Test
  void aNameInAnyFormLeadsToItsPage() {
    SHARED.domain("xn--caf-dma.test");
    var response = SHARED.service().get("/domains/CAF%C3%89.test.", "Accept", "text/html");
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location")).hasValue("/domains/xn--caf-dma.test");
    assertThat(SHARED.page("/domains/xn--caf-dma.test").text())
        .contains("In its own script: café.test");
  }

  private static HttpResponse<String> post(String path) {
    return SHARED
        .service()
        .send(
            SHARED
                .service()
                .request(
                    path,
                    "Accept",
                    "text/html",
                    "Content-Type",
                    "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
  }
}
