package uk.nhs.estate.probe.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Obstacle;

class MannersTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String HOST = "rdap.lab.test";
  private static final Obstacle WHY = new Obstacle(Obstacle.Kind.SERVER_FAILED, "429");

  private Instant now = NOON;
  private final Manners manners = new Manners(() -> now);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "429, -,                               60",
        "429, 0,                               60",
        "429, 59,                              60",
        "429, 61,                              61",
        "429, 3600,                            3600",
        "429, 3601,                            3600",
        "429, 999999999,                       3600",
        "429, 99999999999999999999,            3600",
        "429, 'Tue, 24 Nov 2026 13:00:00 GMT', 3600",
        "429, soon,                            3600",
        "503, 120,                             120"
      })
  void restsAsLongAsItIsAskedWithinReason(int status, @Nullable String retryAfter, long seconds) {
    manners.refused(HOST, hop(status, retryAfter), WHY);

    now = NOON.plusSeconds(seconds - 1);
    assertThat(manners.objection(HOST)).contains(WHY);
    assertThat(manners.objection("other.lab.test")).isEmpty();
    now = NOON.plusSeconds(seconds);
    assertThat(manners.objection(HOST)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"503, -", "500, 120", "403, 120"})
  void doesNotRestForAnotherReason(int status, @Nullable String retryAfter) {
    manners.refused(HOST, hop(status, retryAfter), WHY);

    assertThat(manners.objection(HOST)).isEmpty();
  }

  @Test
  void aRegistryIsAskedOnceASecond() throws Exception {
    var began = System.nanoTime();
    manners.enter(HOST).run();
    manners.enter(HOST).run();

    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(1_000_000_000L);
  }

  private static Hop hop(int status, @Nullable String retryAfter) {
    var fields =
        retryAfter == null
            ? List.<Hop.Field>of()
            : List.of(new Hop.Field("Retry-After", retryAfter));
    return new Hop("https://rdap.lab.test/", new Endpoint("192.0.2.1", 443), status, fields, 1);
  }
}
