package uk.nhs.estate.probe.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;

class KeptAnswersTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Instant now = NOON;

  @Test
  void servesAnAnswerWhileItIsFresh() {
    var kept = new KeptAnswers(() -> now, 10_000);
    var answer = answer("a.org", NOON, 10);
    kept.keep(answer);

    assertThat(kept.of("a.org")).contains(answer);
    assertThat(kept.of("b.org")).isEmpty();
    now = NOON.plus(KeptAnswers.FOR);
    assertThat(kept.of("a.org")).isEmpty();
  }

  @Test
  void aNewAnswerTakesThePlaceOfTheOldOne() {
    var kept = new KeptAnswers(() -> now, 3000);
    for (int size : List.of(2000, 2100, 2200)) {
      kept.keep(answer("a.org", NOON, size));
      assertThat(kept.of("a.org")).contains(answer("a.org", NOON, size));
    }
  }

  @Test
  void theOldestAnswersGoWhenThereIsTooMuch() {
    var kept = new KeptAnswers(() -> now, 4000);
    kept.keep(answer("a.org", NOON, 1000));
    kept.keep(answer("b.org", NOON, 1000));
    kept.keep(answer("c.org", NOON, 1000));

    assertThat(kept.of("a.org")).isEmpty();
    assertThat(kept.of("b.org")).isPresent();
    assertThat(kept.of("c.org")).isPresent();

    kept.keep(answer("d.org", NOON, 5000));
    assertThat(List.of("b.org", "c.org", "d.org")).allMatch(name -> kept.of(name).isEmpty());
  }

  private static RegistrationFacts answer(String name, Instant when, int octets) {
    return new RegistrationFacts(
        when,
        name,
        new RegistrationFacts.Answered("https://rdap.test/", new Part(new byte[octets])));
  }
}
