package uk.nhs.estate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.profile.observatory.Scorecard;
import uk.nhs.estate.register.PreloadedNames;
import uk.nhs.estate.sample.SoundSite;

class ObservatoryOfTest {
  private static final PreloadedNames NOBODY = new PreloadedNames(Set.of(), Set.of());

  @Test
  void gradesASiteWhoseCertificateHoldsAndOneWhoseDoesNot() {
    var sound = scorecard(new Verdict.Pass());
    var distrusted = scorecard(new Verdict.Fail("", "signed by nobody"));
    assertThat(sound.score()).isNotNull().isGreaterThan(distrusted.score());
    assertThat(distrusted.tests()).extracting(Scorecard.Line::result).contains("hsts-invalid-cert");
  }

  @Test
  void givesNoScoreWhereTheCertificateWasHidden() {
    var card = ObservatoryOf.site(SoundSite.without(Topic.TLS), Map.of(), NOBODY).orElseThrow();
    assertThat(card.score()).isNull();
    assertThat(card.notGraded()).contains("certificate");
  }

  @Test
  void takesAPageThatIsNowhereYetToHaveACertificateThatHolds() {
    var http = new Sighting.Seen(Topic.HTTP, SoundSite.http());
    var paper = new Observation(SoundSite.SITE, SoundSite.SEEN, List.of(http));
    var unknown = Map.<String, Verdict>of("tls.certificate-untrusted", new Verdict.Unknown("x"));
    assertThat(ObservatoryOf.site(paper, unknown, NOBODY).orElseThrow().score()).isNotNull();
  }

  @Test
  void saysNothingOfASiteThatWasNotSeen() {
    assertThat(ObservatoryOf.site(SoundSite.without(Topic.HTTP), Map.of(), NOBODY)).isEmpty();
  }

  private static Scorecard scorecard(Verdict trust) {
    return ObservatoryOf.site(
            SoundSite.observation(), Map.of("tls.certificate-untrusted", trust), NOBODY)
        .orElseThrow();
  }
}
