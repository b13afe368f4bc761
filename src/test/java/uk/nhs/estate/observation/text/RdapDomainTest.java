package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.sample.RdapSample;

class RdapDomainTest {
  private static final Instant UPDATED = Instant.parse("2026-11-24T08:59:59Z");
  private static final String SAMPLE = RdapSample.SOUND.json(UPDATED);

  @Test
  void readsWhatARegistrySays() {
    var domain = read(SAMPLE);

    assertThat(domain.name()).isEqualTo("trust.org");
    assertThat(domain.registrar())
        .contains(
            new RdapDomain.Registrar(Optional.of("Practice Registrar Ltd"), Optional.of("9995")));
    assertThat(domain.created()).contains(Instant.parse("1999-03-01T12:00:00Z"));
    assertThat(domain.expires()).contains(Instant.parse("2027-12-29T09:00:00Z"));
    assertThat(domain.lastChanged()).contains(Instant.parse("2026-02-03T03:05:06Z"));
    assertThat(domain.statuses())
        .containsExactly("client transfer prohibited", "server delete prohibited");
    assertThat(domain.delegationSigned()).contains(true);
  }

  @Test
  void aBareDomainSaysNothing() {
    var domain = read("{\"objectClassName\":\"domain\"}");

    assertThat(domain.name()).isEmpty();
    assertThat(domain.registrar()).isEmpty();
    assertThat(domain.events()).isEmpty();
    assertThat(domain.statuses()).isEmpty();
    assertThat(domain.delegationSigned()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"domain\"",
        "{}",
        "{\"objectClassName\":\"entity\"}",
        "{\"objectClassName\":[\"domain\"]}",
        "{\"objectClassName\":\"domain\"",
        "{'objectClassName':'domain'}",
        "<html><title>objectClassName: domain</title></html>"
      })
  void readsNothingElse(String text) {
    assertThat(RdapDomain.parse(text.getBytes(UTF_8))).isEmpty();
  }

  /// One odd part is absent, and the rest is read.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "ldhName": 1
          "ldhName": {"a": "b"}
          "entities": "registrar"
          "entities": [1, null, [], {"roles": "registrar"}, {"roles": ["registrant"]}]
          "events": {"eventAction": "expiration"}
          "events": [{"eventAction": "expiration"}, {"eventDate": "2027-01-01T00:00:00Z"}, 7]
          "status": "active"
          "status": [1, null, {}, ["active"]]
          "secureDNS": true
          "secureDNS": {"delegationSigned": "true"}
          "secureDNS": [{"delegationSigned": true}]
          """)
  void whatHasTheWrongTypeIsAbsent(String member) {
    var domain = read("{\"objectClassName\":\"domain\",\"handle\":\"x\"," + member + "}");

    assertThat(domain).isEqualTo(read("{\"objectClassName\":\"domain\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          2027-01-02T03:04:05Z,          2027-01-02T03:04:05Z
          2027-01-02t03:04:05z,          2027-01-02T03:04:05Z
          2027-01-02T03:04:05.678Z,      2027-01-02T03:04:05.678Z
          2027-01-02T03:04:05+05:30,     2027-01-01T21:34:05Z
          2027-01-02T03:04:05,           -
          2027-01-02,                    -
          2027-02-30T00:00:00Z,          -
          02/01/2027,                    -
          +12027-01-02T03:04:05Z,        -
          -0001-01-02T03:04:05Z,         -
          +999999999-12-31T23:59:59-18:00, -
          never,                         -
          """)
  void readsDatesOfRfc3339Only(String written, String read) {
    var domain = read(events("\"expiration\"", written));

    assertThat(domain.expires()).isEqualTo(Optional.ofNullable(read).map(Instant::parse));
  }

  @Test
  void theLastOfSeveralDatesCounts() {
    var twice =
        """
        {"objectClassName": "domain", "events": [
          {"eventAction": "Expiration", "eventDate": "2028-01-01T00:00:00Z"},
          {"eventAction": "expiration", "eventDate": "2027-01-01T00:00:00Z"}
        ]}
        """;

    assertThat(read(twice).expires()).contains(Instant.parse("2028-01-01T00:00:00Z"));
  }

  @Test
  void aRegistrarMayHaveNoNameAndNoNumber() {
    var registrar =
        """
        {"objectClassName": "domain", "entities": [{
          "roles": ["abuse", "registrar"], "handle": "PRACTICE-TAG",
          "publicIds": [{"type": "CLID", "identifier": "PRACTICE-TAG"}],
          "vcardArray": ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", " "]]]
        }]}
        """;

    assertThat(read(registrar).registrar())
        .contains(new RdapDomain.Registrar(Optional.empty(), Optional.empty()));
  }

  @Test
  void aStatusIsTheSameInTheWordsOfEpp() {
    var domain = read("{\"objectClassName\":\"domain\",\"status\":[\"clientHold\",\"Active\"]}");

    assertThat(domain.has("client hold")).isTrue();
    assertThat(domain.has("active")).isTrue();
    assertThat(domain.has("server hold")).isFalse();
    assertThat(domain.has("hold")).isFalse();
  }

  @Test
  void theNameIsReadWithoutCaseAndLastDot() {
    assertThat(read("{\"objectClassName\":\"domain\",\"ldhName\":\"Trust.ORG.\"}").name())
        .isEqualTo("trust.org");
  }

  @Test
  void anUnchangedRegistrationStaysTheSameLines() {
    var later = RdapSample.SOUND.json(UPDATED.plusSeconds(86_400));
    var sorted =
        RdapSample.SOUND
            .with("server delete prohibited", "client transfer prohibited")
            .json(UPDATED);

    assertThat(read(later)).isNotEqualTo(read(SAMPLE));
    assertThat(read(later).steady()).isEqualTo(read(SAMPLE).steady());
    assertThat(read(sorted).steady()).isEqualTo(read(SAMPLE).steady());
    for (var other :
        List.of(RdapSample.SOUND.until(UPDATED), RdapSample.SOUND.with("client hold"))) {
      assertThat(read(other.json(UPDATED)).steady()).isNotEqualTo(read(SAMPLE).steady());
    }
  }

  @Test
  void whatIsTooLargeOrTooDeepIsNotRead() {
    var filled = "{\"objectClassName\":\"domain\",\"x\":\"%s\"}";
    int frame = filled.length() - 2;
    assertThat(
            RdapDomain.parse(
                filled.formatted("y".repeat(RdapDomain.LARGEST - frame)).getBytes(UTF_8)))
        .isPresent();
    assertThat(
            RdapDomain.parse(
                filled.formatted("y".repeat(RdapDomain.LARGEST - frame + 1)).getBytes(UTF_8)))
        .isEmpty();
    assertThat(RdapDomain.parse(new byte[10_000_000])).isEmpty();
    for (var opening : List.of("[", "{\"a\":")) {
      var deep = "{\"objectClassName\":\"domain\",\"x\":" + opening.repeat(40_000);
      assertThat(RdapDomain.parse(deep.getBytes(UTF_8))).isEmpty();
    }
  }

  @Test
  void ofEndlessListsAndNamesTheBeginningIsRead() {
    var statuses = new StringBuilder("{\"objectClassName\":\"domain\",\"status\":[");
    for (int at = 0; at < 5000; at++) {
      statuses.append('"').append(at).append("\",");
    }
    statuses.append("\"").append("x".repeat(10_000)).append("\"]}");

    assertThat(read(statuses.toString()).statuses()).hasSize(200).startsWith("0", "1");
  }

  @Test
  void ofMembersThatAreThereTwiceOneIsRead() {
    var twice =
        "{\"objectClassName\":\"domain\",\"ldhName\":\"a.org\",\"ldhName\":\"b.org\",\"ldhName\":\"b.org\"}";

    assertThat(read(twice).name()).isEqualTo("b.org");
  }

  @Property
  void aSpoiltAnswerIsReadOrNotAndNeverThrows(
      @ForAll @Size(max = 40) List<@IntRange(max = 2000) Integer> places, @ForAll long seed) {
    var octets = SAMPLE.getBytes(UTF_8);
    var random = new Random(seed);
    for (int place : places) {
      octets[place % octets.length] = (byte) random.nextInt(256);
    }
    check(Arrays.copyOf(octets, random.nextInt(octets.length + 1)));
    check(octets);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    check(bytes);
  }

  private static void check(byte[] octets) {
    RdapDomain.parse(octets)
        .ifPresent(
            domain -> {
              assertThat(domain.statuses()).hasSizeLessThanOrEqualTo(200).doesNotHaveDuplicates();
              assertThat(domain.statuses()).allMatch(one -> one.length() <= 255);
              assertThat(domain.name()).doesNotContain("A");
              assertThat(domain.steady()).isNotEmpty();
            });
  }

  private static String events(String action, String date) {
    return """
    {"objectClassName": "domain", "events": [{"eventAction": %s, "eventDate": "%s"}]}
    """
        .formatted(action, date);
  }

  private static RdapDomain read(String json) {
    return RdapDomain.parse(json.getBytes(UTF_8)).orElseThrow();
  }
}
