package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.SoundSite.MARKUP;
import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;

import org.junit.jupiter.api.Test;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.Visits;

class SiteRoleTest {

  private static SiteRole of(String html) {
    return SiteRole.of(SoundSite.secure(answered(html, PAGE)));
  }

  private static SiteRole of(String host, String html, int status, String type) {
    var url = "https://" + host + "/";
    return SiteRole.of(
        new HttpFacts(
            SoundSite.SEEN,
            host,
            Visits.nobodyListens("http://" + host + "/"),
            answered(html, hop(url, status, "Content-Type: " + type)),
            Visits.nobodyListens(url)));
  }

  @Test
  void whatHasPagesIsOrdinary() {
    assertThat(SiteRole.of(SoundSite.http())).isEqualTo(SiteRole.ORDINARY);
    assertThat(SiteRole.of(SoundSite.status(404))).isEqualTo(SiteRole.ORDINARY);
    assertThat(of("mail.trust.nhs.uk", MARKUP, 200, "text/html")).isEqualTo(SiteRole.ORDINARY);
    assertThat(of("autodiscover.trust.nhs.uk", MARKUP, 200, "text/html"))
        .isEqualTo(SiteRole.ORDINARY);
  }

  @Test
  void whatCannotBeSeenIsOrdinary() {
    assertThat(SiteRole.of(SoundSite.status(403))).isEqualTo(SiteRole.ORDINARY);
    assertThat(SiteRole.of(SoundSite.withoutHttps(answered(hop(PLAIN, 200)))))
        .isEqualTo(SiteRole.ORDINARY);
  }

  @Test
  void whatOnlyLeadsElsewhereIsARedirect() {
    assertThat(
            SiteRole.of(
                SoundSite.secure(
                    answered(
                        hop(SECURE, 301, "Location: https://x.test/"),
                        hop("https://x.test/", 200)))))
        .isEqualTo(SiteRole.REDIRECT);
  }

  @Test
  void whatIsNoPageIsForPrograms() {
    assertThat(of("api.trust.nhs.uk", "{}", 200, "application/json")).isEqualTo(SiteRole.API);
  }

  @Test
  void whatAsksForASignInAndNothingElse() {
    assertThat(SiteRole.of(SoundSite.status(401))).isEqualTo(SiteRole.SIGN_IN);
    assertThat(of("<form><input type=password></form><a href=/help>Help</a>"))
        .isEqualTo(SiteRole.SIGN_IN);
    assertThat(of("<form><input type=password></form>" + "<a href=/x>x</a>".repeat(12)))
        .isEqualTo(SiteRole.SIGN_IN);
    assertThat(of("<form><input type=password></form>" + "<a href=/x>x</a>".repeat(13)))
        .isEqualTo(SiteRole.ORDINARY);
    assertThat(of("<form><input type=password></form>" + "word ".repeat(300)))
        .isEqualTo(SiteRole.ORDINARY);
  }

  @Test
  void whatNobodyHasPutAPageAtIsParked() {
    assertThat(of("<title>Welcome to nginx!</title>")).isEqualTo(SiteRole.PARKED);
    assertThat(of("<p>This domain name is for sale.")).isEqualTo(SiteRole.PARKED);
    assertThat(of("<p>We sell no domains.")).isEqualTo(SiteRole.ORDINARY);
  }

  @Test
  void whatServesMailPrograms() {
    assertThat(of("autodiscover.trust.nhs.uk", "", 404, "text/html")).isEqualTo(SiteRole.MAIL);
    assertThat(of("mta-sts.trust.nhs.uk", "x", 200, "text/plain")).isEqualTo(SiteRole.MAIL);
    assertThat(of("webmail.trust.nhs.uk", "<title>Outlook</title>", 200, "text/html"))
        .isEqualTo(SiteRole.MAIL);
    assertThat(of("www.trust.nhs.uk", "<title>Outlook</title>", 200, "text/html"))
        .isEqualTo(SiteRole.ORDINARY);
  }
}
