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
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Crawl;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundMailServer;
import uk.nhs.estate.sample.SoundServers;
import uk.nhs.estate.sample.SoundTls;

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
        SoundDomain.resolved(AT, FOUND, ABSENT, List.of(UNASKED, FOUND), ABSENT),
        SoundDomain.dns("192.0.2.53", Asked.Question.SOA, SoundServers.silence()),
        new MailFacts(AT, UNASKED, FOUND, ABSENT),
        SoundDomain.withServers(
            SoundDomain.mail(),
            SoundMailServer.met("mx.test"),
            SoundMailServer.met("mx1.test", met -> SoundMailServer.untilClearText(met)),
            SoundMailServer.met(
                "mx2.test",
                met ->
                    SoundMailServer.withInjection(
                        SoundMailServer.withOldTls(
                            SoundMailServer.withoutTls(
                                met, new Obstacle(Obstacle.Kind.CONNECTION_RESET)),
                            new Trial.TakenUp("\u0000\u00ff\u001b[31m")),
                        new Trial.Undecided(new Obstacle(Obstacle.Kind.SCAN_LEVEL)))),
            SoundMailServer.unmet("mx3.test"),
            new MailServerFacts("mx4.test", AT, new MailServerFacts.NobodyListens(endpoint))),
        new RegistrationFacts(
            AT, "a.test", new RegistrationFacts.Answered("https://rdap.test/", part("{}"))),
        new RegistrationFacts(AT, "a.test", new RegistrationFacts.NotFound("https://rdap.test/")),
        new RegistrationFacts(AT, "a.test", new RegistrationFacts.NoService()),
        new RegistrationFacts(
            AT, "a.test", new RegistrationFacts.KeptApart("test", "are reserved")),
        new AddressFacts(AT, FOUND, ABSENT),
        new AddressFacts(AT, ABSENT, UNASKED, ABSENT, List.of(FOUND)),
        new TlsFacts(
            AT,
            endpoint,
            "a.test",
            new TlsFacts.Completed(
                "TLSv1.3", "TLS_AES_128_GCM_SHA256", null, List.of(part("der")))),
        new TlsFacts(AT, endpoint, "a.test", new TlsFacts.Failed(List.of("TLSv1.3"), "alert 40")),
        new TlsFacts(AT, endpoint, "a.test", new TlsFacts.NotTls("HTTP/1.1 400")),
        new TlsFacts(AT, endpoint, "a.test", new TlsFacts.NobodyListens()),
        SoundTls.facts(
            SoundTls.met(
                SoundTls.IPV4,
                its ->
                    SoundTls.keys(
                        SoundTls.behaviour(its, Behaviour.ROBOT, SoundTls.hidden()),
                        new KeyShown(0x0303, 0x9e, null, part("prime"), part("2"), 2, 1))),
            SoundTls.unmet()),
        new HttpFacts(
            AT,
            "a.test",
            new Visit("http://a.test/", List.of(), new Visit.NobodyListens(), null),
            answered,
            new Visit(
                "https://a.test/.well-known/security.txt",
                List.of(),
                new Visit.Obstructed(new Obstacle(Obstacle.Kind.CONNECTION_RESET)),
                null),
            List.of("nobody has this name"),
            List.of(new CrossOrigin(CrossOrigin.Kind.OPAQUE, "null", "OPTIONS", answered)),
            answered,
            new Sibling("www.a.test", answered, answered),
            new Crawl(List.of(answered), 3, new Obstacle(Obstacle.Kind.TIMED_OUT, "the crawl"))));
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
  void factsThatWereKeptBeforeTheyGrewCanStillBeRead() {
    var kept =
        """
        {"seenAt": "2026-11-24T09:00:00Z",
         "soa": {"name": "a.test", "type": "SOA", "answer": {"is": "Absent", "absence": "NODATA",
           "aliases": []}},
         "ns": {"name": "a.test", "type": "NS", "answer": {"is": "Absent", "absence": "NODATA",
           "aliases": []}},
         "nameServerAddresses": [],
         "caa": {"name": "a.test", "type": "CAA", "answer": {"is": "Absent", "absence": "NODATA",
           "aliases": []}}}
        """;

    var facts = FactsJson.read(kept, DnsFacts.class, _ -> new byte[0]);

    assertThat(facts.name()).isEqualTo("a.test");
    assertThat(facts.servers()).isEmpty();
    assertThat(facts.soa().security()).isNull();
  }

  @Test
  void soCanThoseOfSites() {
    var address = FactsJson.keep(new AddressFacts(AT, FOUND, ABSENT)).json();
    assertThat(
            FactsJson.read(
                address.replace(",\"registered\":null", ""), AddressFacts.class, _ -> new byte[0]))
        .isEqualTo(new AddressFacts(AT, FOUND, ABSENT));

    var nobody = new Visit("http://a.test/", List.of(), new Visit.NobodyListens(), null);
    var http = new HttpFacts(AT, "a.test", nobody, nobody, nobody);
    assertThat(
            FactsJson.read(
                FactsJson.keep(http).json().replace(",\"sought\":[]", ""),
                HttpFacts.class,
                _ -> new byte[0]))
        .isEqualTo(http);
  }

  @Test
  void soCanThoseOfTls() {
    var facts = new TlsFacts(AT, new Endpoint("192.0.2.1", 443), "a.test", new TlsFacts.NotTls(""));

    assertThat(
            FactsJson.read(
                FactsJson.keep(facts).json().replace(",\"servers\":[]", ""),
                TlsFacts.class,
                _ -> new byte[0]))
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
