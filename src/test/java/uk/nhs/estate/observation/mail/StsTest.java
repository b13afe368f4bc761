package uk.nhs.estate.observation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.withPolicy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.Reading;
import uk.nhs.estate.observation.text.StsPolicy;
import uk.nhs.estate.sample.SoundMailServer;
import uk.nhs.estate.sample.Visits;

class StsTest {
  private static final String URL = Sts.url(NAME);

  @Test
  void findsThePolicyThatSendersGoBy() {
    assertThat(Sts.of(mail()).policy())
        .hasValueSatisfying(policy -> assertThat(policy.mode()).isEqualTo(StsPolicy.Mode.ENFORCE));
  }

  @Test
  void fetchesNothingWithoutARecord() {
    var sts = Sts.of(mail(absent("_mta-sts." + NAME, "TXT")));
    assertThat(sts.policy()).isEmpty();
    assertThat(sts.fetched()).isInstanceOf(Sts.Served.class);
  }

  @Test
  void saysThatNobodyWentThere() {
    assertThat(fetched(null)).isEqualTo(new Sts.Unvisited());
  }

  @Test
  void saysThatATextIsNoPolicy() {
    var sts =
        Sts.of(withPolicy(mail(), SoundMailServer.policy("<html>", "Content-Type: text/html")));
    assertThat(sts.policy()).isEmpty();
    assertThat(sts.fetched())
        .isEqualTo(
            new Sts.Served(
                "text/html", new Reading.Invalid<>("line 1: \"<html>\" is no field with a value")));
  }

  @Test
  void takesAnAnswerWithoutABodyForAnEmptyText() {
    assertThat(fetched(Visits.answered(Visits.hop(URL, 200))))
        .isEqualTo(new Sts.Served("", new Reading.Invalid<>("it has no version")));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 400, 401, 404, 410, 418})
  void anyAnswerBut200IsNoPolicy(int status) {
    assertThat(fetched(Visits.answered("version: STSv1", Visits.hop(URL, status))))
        .isEqualTo(new Sts.Refused("HTTP status " + status));
  }

  /// They may be those of a guard, or of a failure that is gone the next minute.
  @ParameterizedTest
  @ValueSource(ints = {403, 429, 500, 503})
  void cannotTellWhatAGuardHides(int status) {
    assertThat(fetched(Visits.answered(Visits.hop(URL, status))))
        .isEqualTo(new Sts.Hidden(new Obstacle(Kind.SERVER_FAILED, "HTTP status " + status)));
  }

  /// RFC 8461 §3.3.
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectIsFollowed(int status) {
    var redirect = Visits.hop(URL, status, "Location: https://b.test/");
    var refused =
        new Sts.Refused(
            "HTTP status "
                + status
                + ", a redirect to https://b.test/, which senders must not follow");
    assertThat(fetched(Visits.endless(redirect))).isEqualTo(refused);
    assertThat(fetched(Visits.answered(redirect))).isEqualTo(refused);
    assertThat(fetched(Visits.obstructed(URL, redirect))).isEqualTo(refused);
    assertThat(fetched(Visits.answered(redirect, Visits.hop("https://b.test/", 200))))
        .isEqualTo(refused);
  }

  @Test
  void aBodyThatBrokeOffTellsNothing() {
    assertThat(fetched(Visits.obstructed(URL, Visits.hop(URL, 200))))
        .isInstanceOf(Sts.Hidden.class);
  }

  @Test
  void aBodyThatFillsWhatIsReadMayGoOn() {
    var sound = "version: STSv1\nmode: none\nmax_age: 1\n";
    var full = sound + "\n".repeat(Sts.MOST_OCTETS - sound.length());
    assertThat(fetched(SoundMailServer.policy(full)))
        .isEqualTo(new Sts.Hidden(new Obstacle(Kind.TOO_LARGE, "32768 octets and more")));
    assertThat(fetched(SoundMailServer.policy(full.substring(1)))).isInstanceOf(Sts.Served.class);
  }

  @Test
  void sendersWhoFindNobodyGetNoPolicy() {
    assertThat(fetched(Visits.nobodyListens(URL))).isInstanceOf(Sts.Refused.class);
    assertThat(fetched(hidden(Kind.NO_ADDRESS))).isInstanceOf(Sts.Refused.class);
    assertThat(fetched(hidden(Kind.HANDSHAKE_REFUSED))).isInstanceOf(Sts.Refused.class);
  }

  @Test
  void sendersDoNotBelieveACertificateThatProvesNothing() {
    assertThat(fetched(hidden(Kind.CERTIFICATE_REFUSED)))
        .isInstanceOfSatisfying(
            Sts.Untrusted.class, untrusted -> assertThat(untrusted.why()).endsWith("(why)"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NO_ADDRESS", "HANDSHAKE_REFUSED", "CERTIFICATE_REFUSED"})
  void whatElseHidTheAnswerTellsNothing(Kind kind) {
    assertThat(fetched(hidden(kind))).isEqualTo(new Sts.Hidden(new Obstacle(kind, "why")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "TEXT/Plain", "text/plain; charset=utf-8", "text/plain ;x=y"})
  void knowsPlainText(String type) {
    assertThat(new Sts.Served(type, new Reading.Invalid<>("")).isPlainText()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/html", "text/plainer", "text", "application/text/plain"})
  void knowsWhatIsNone(String type) {
    assertThat(new Sts.Served(type, new Reading.Invalid<>("")).isPlainText()).isFalse();
  }

  private static Sts.Fetched fetched(@Nullable Visit visit) {
    return Sts.of(withPolicy(mail(), visit)).fetched();
  }

  private static Visit hidden(Kind kind) {
    return new Visit(URL, List.of(), new Visit.Obstructed(new Obstacle(kind, "why")), null);
  }
}
