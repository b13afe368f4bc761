package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.sample.RdapSample;

class SeenFactsTest {
  private static final Instant AT = Instant.parse("2026-11-24T13:05:00Z");
  private static final Obstacle RESET = new Obstacle(Obstacle.Kind.CONNECTION_RESET, "after 3 s");

  @Test
  void tellsFoundFromAbsentFromNotAsked() {
    var found =
        new Lookup(
            "www.a.test",
            "A",
            new Lookup.Found(
                List.of("b.test"),
                List.of(new Lookup.ResourceRecord("b.test", 60, "A", "192.0.2.1"))));
    var absent =
        new Lookup("www.a.test", "AAAA", new Lookup.Absent(Lookup.Absence.NXDOMAIN, List.of()));
    assertThat(shown(Topic.ADDRESS, new AddressFacts(AT, found, absent)))
        .contains("by way of b.test 192.0.2.1", "None: the name does not exist");
    var hidden = new Lookup("www.a.test", "A", new Lookup.Unasked(RESET));
    assertThat(shown(Topic.ADDRESS, new AddressFacts(AT, hidden, absent)))
        .contains("Could not ask: the connection was cut off (after 3 s)");
  }

  @Test
  void tellsHowAHandshakeEnded() {
    assertThat(tls(new TlsFacts.Failed(List.of("TLSv1.2", "TLSv1.3"), "protocol_version")))
        .contains("Refused: protocol_version; offered TLSv1.2, TLSv1.3");
    assertThat(tls(new TlsFacts.NotTls("HTTP/1.1 400")))
        .contains("The server does not speak TLS. It sent: HTTP/1.1 400");
    assertThat(tls(new TlsFacts.NobodyListens())).contains("Nobody answers on this port");
    assertThat(
            tls(
                new TlsFacts.Completed(
                    "TLSv1.3", "TLS_AES_128_GCM_SHA256", "h2", List.of(new Part(new byte[] {1})))))
        .contains("Protocol agreed h2", "Certificates 1 was sent");
  }

  @Test
  void showsEveryAnswerOnTheWayAndHowTheVisitEnded() {
    var first = hop("http://a.test/", 301, "Location", "https://a.test/");
    var endless = new Visit("http://a.test/", List.of(first), new Visit.Endless(), null);
    var obstructed = new Visit("https://a.test/", List.of(), new Visit.Obstructed(RESET), null);
    var answered =
        new Visit(
            "https://a.test/.well-known/security.txt",
            List.of(hop("https://a.test/.well-known/security.txt", 200, "X", "y")),
            new Visit.Answered(),
            new Part("Contact: mailto:a@a.test\n".repeat(400).getBytes(StandardCharsets.UTF_8)));
    assertThat(shown(Topic.HTTP, new HttpFacts(AT, "a.test", endless, obstructed, answered)))
        .contains(
            "Visit to http://a.test/ Answer 1 301 from http://a.test/ Leads to https://a.test/"
                + " 192.0.2.1:443, 7 ms How it ended Its redirects never end",
            "Header from http://a.test/, status 301",
            "Asked 192.0.2.1:443; it took 7 milliseconds.",
            "Location: https://a.test/",
            "Could not see the rest: the connection was cut off (after 3 s)",
            "The first 4,000 of 10,000 bytes.");
  }

  @Test
  void tellsHowADomainIsRegistered() {
    assertThat(registration(RdapSample.SOUND.facts()))
        .contains(
            "Registered name trust.org",
            "Registrar Practice Registrar Ltd",
            "Registrar's IANA number 9995",
            "Registered 1 March 1999, midday",
            "Expires 29 December 2027, 9am",
            "Status client transfer prohibited server delete prohibited",
            "DS record at the registry Yes",
            "What the registry answered");
    var bare = new Part("{\"objectClassName\":\"domain\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(registration(RdapSample.SOUND.facts(new RegistrationFacts.Answered("u", bare))))
        .contains("Registrar Not given", "Expires Not given", "Status Not given");
  }

  @Test
  void tellsANameThatIsNotFoundFromOneThatNobodyWasAskedFor() {
    assertThat(registration(RdapSample.SOUND.facts(new RegistrationFacts.NotFound("u"))))
        .contains("None: the registry's service does not know the name (u)");
    assertThat(registration(RdapSample.SOUND.facts(new RegistrationFacts.NoService())))
        .contains("Could not ask: no RDAP service is known for such names");
    assertThat(registration(RdapSample.SOUND.facts(new RegistrationFacts.KeptApart("a", "b c"))))
        .contains("Not asked: names under a b c");
  }

  @Test
  void namesTheObstacleThatHidATopic() {
    var topic = SeenFacts.of(new Sighting.Unseen(Topic.TLS, RESET));
    assertThat(topic.obstacle()).isEqualTo("the connection was cut off (after 3 s)");
    assertThat(topic.blocks()).isEmpty();
  }

  private static Hop hop(String url, int status, String name, String value) {
    return new Hop(
        url, new Endpoint("192.0.2.1", 443), status, List.of(new Hop.Field(name, value)), 7);
  }

  private static String registration(RegistrationFacts facts) {
    return shown(Topic.REGISTRATION, facts);
  }

  private static String tls(TlsFacts.Outcome outcome) {
    return shown(
        Topic.TLS, new TlsFacts(AT, new Endpoint("192.0.2.1", 443), "www.a.test", outcome));
  }

  static String shown(Topic topic, Facts facts) {
    return SeenFacts.of(new Sighting.Seen(topic, facts)).blocks().stream()
        .flatMap(
            block ->
                switch (block) {
                  case SeenTopic.Pairs(var heading, var pairs) ->
                      Stream.concat(
                          Stream.of(heading),
                          pairs.stream().map(pair -> pair.name() + " " + text(pair.value())));
                  case SeenTopic.Table(_, _, var rows) ->
                      rows.stream().flatMap(List::stream).map(SeenFactsTest::text);
                  case SeenTopic.Sent(var heading, var note, var text) ->
                      Stream.of(heading, note, text);
                })
        .collect(Collectors.joining(" "));
  }

  private static String text(Content content) {
    var out = new StringOutput();
    content.writeTo(new OwaspHtmlTemplateOutput(out));
    return Jsoup.parse(out.toString()).text();
  }
}
