package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Visit;

class FactsJsonTest {
  private static final Instant AT = Instant.parse("2026-11-24T09:30:00.123456Z");
  private static final Lookup FOUND =
      new Lookup(
          "a.test",
          "TXT",
          new Lookup.Found(
              List.of("b.test"),
              List.of(new ResourceRecord("b.test", 300, "TXT", "\"v=spf1 \\000 -all\""))));
  private static final Lookup ABSENT =
      new Lookup("_dmarc.a.test", "TXT", new Lookup.Absent(Absence.NXDOMAIN, List.of()));
  private static final Lookup UNASKED =
      new Lookup(
          "a.test", "MX", new Lookup.Unasked(new Obstacle(Obstacle.Kind.TIMED_OUT, "after 3 s")));

  static Stream<Facts> everyKind() {
    var endpoint = new Endpoint("2001:db8::1", 443);
    var hop =
        new Hop(
            "https://a.test/",
            endpoint,
            200,
            List.of(new Hop.Field("X-Odd", "\u0000\u00ff\u001b[31m<b>\ud83d\ude00")),
            12);
    var answered =
        new Visit("https://a.test/", List.of(hop), new Visit.Answered(), part("Contact: x"));
    return Stream.of(
        new DnsFacts(AT, FOUND, ABSENT, List.of(UNASKED, FOUND), ABSENT),
        new MailFacts(AT, UNASKED, FOUND, ABSENT),
        new RegistrationFacts(
            AT, "a.test", new RegistrationFacts.Answered("https://rdap.test/", part("{}"))),
        new RegistrationFacts(AT, "a.test", new RegistrationFacts.NotFound("https://rdap.test/")),
        new RegistrationFacts(AT, "a.test", new RegistrationFacts.NoService()),
        new RegistrationFacts(
            AT, "a.test", new RegistrationFacts.KeptApart("test", "are reserved")),
        new AddressFacts(AT, FOUND, ABSENT),
        new TlsFacts(
            AT,
            endpoint,
            "a.test",
            new TlsFacts.Completed(
                "TLSv1.3", "TLS_AES_128_GCM_SHA256", null, List.of(part("der")))),
        new TlsFacts(AT, endpoint, "a.test", new TlsFacts.Failed(List.of("TLSv1.3"), "alert 40")),
        new TlsFacts(AT, endpoint, "a.test", new TlsFacts.NotTls("HTTP/1.1 400")),
        new TlsFacts(AT, endpoint, "a.test", new TlsFacts.NobodyListens()),
        new HttpFacts(
            AT,
            "a.test",
            new Visit("http://a.test/", List.of(), new Visit.NobodyListens(), null),
            answered,
            new Visit(
                "https://a.test/.well-known/security.txt",
                List.of(),
                new Visit.Obstructed(new Obstacle(Obstacle.Kind.CONNECTION_RESET)),
                null)));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void factsComeBackAsTheyWereSent(Facts facts) {
    var kept = FactsJson.keep(facts);

    assertThat(
            FactsJson.read(
                kept.json(),
                facts.getClass(),
                hash -> Objects.requireNonNull(kept.parts().get(hash)).bytes()))
        .isEqualTo(facts);
  }

  @Test
  void aLargePartStandsAsItsHash() {
    var kept =
        FactsJson.keep(everyKind().filter(TlsFacts.class::isInstance).findFirst().orElseThrow());

    assertThat(kept.parts()).containsOnlyKeys(part("der").hash());
    assertThat(kept.json()).contains(part("der").hash()).doesNotContain("ZGVy");
  }

  @Test
  void jsonForPeopleHoldsNothingThatMovesATerminal() {
    assertThat(FactsJson.writeForPeople(everyKind().toList()))
        .matches("[ -~\n]+")
        .contains("\\u001B")
        .contains("\"is\" : \"NobodyListens\"");
  }

  private static Part part(String text) {
    return new Part(text.getBytes(StandardCharsets.UTF_8));
  }
}
