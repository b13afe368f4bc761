package uk.nhs.estate.observation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.text.BimiRecord;
import uk.nhs.estate.observation.text.StsRecord;
import uk.nhs.estate.observation.text.TlsRptRecord;

class PublishedTest {
  private static final String DOMAIN = "trust.nhs.uk";
  private static final String STS = "_mta-sts." + DOMAIN;

  @Test
  void findsTheOneRecordAmongOthers() {
    var text = "v=STSv1; id=1;";
    assertThat(sts(found(STS, "TXT", "\"v=spf1 -all\"", "\"v=STSv1;\" \" id=1;\"")))
        .isEqualTo(new Published.One<>(new StsRecord("1"), text));
  }

  @Test
  void takesALoneRecordByItsGrammarAlone() {
    assertThat(sts(found(STS, "TXT", "\"v=STSv1 ; id=1\"")))
        .isEqualTo(new Published.One<>(new StsRecord("1"), "v=STSv1 ; id=1"));
  }

  /// RFC 8461 §3.1: those that do not begin with `v=STSv1;` are discarded.
  @Test
  void discardsAnOddBeginningBesideOthers() {
    assertThat(sts(found(STS, "TXT", "\"v=STSv1 ; id=1\"", "\"v=spf1 -all\"")))
        .isInstanceOf(Published.Malformed.class);
    assertThat(sts(found(STS, "TXT", "\"v=STSv1 ; id=1\"", "\"v=STSv1; id=2\"")))
        .isEqualTo(new Published.One<>(new StsRecord("2"), "v=STSv1; id=2"));
  }

  @Test
  void saysThatThereAreSeveral() {
    assertThat(sts(found(STS, "TXT", "\"v=STSv1; id=1\"", "\"v=STSv1; nonsense\"")))
        .isEqualTo(new Published.Several<>(List.of("v=STSv1; id=1", "v=STSv1; nonsense")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=STSv1; id=a-b",
        "v=STSv1",
        "V=STSv1; id=1",
        "v = STSv1; id=1",
        " v=STSv1; id=1",
        "v=sts1; id=1",
        "\\\"v=STSv1; id=1\\\""
      })
  void saysThatOneWasMeant(String text) {
    assertThat(sts(found(STS, "TXT", "\"" + text + "\""))).isInstanceOf(Published.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=spf1 -all", "", "verification=v=STSv1; id=1", "v=TLSRPTv1; rua=x"})
  void takesNothingElseForOne(String text) {
    assertThat(sts(found(STS, "TXT", "\"" + text + "\""))).isEqualTo(new Published.None<>());
  }

  @Test
  void tellsAbsentFromHidden() {
    assertThat(sts(absent(STS, "TXT"))).isEqualTo(new Published.None<>());
    assertThat(sts(nxdomain(STS, "TXT"))).isEqualTo(new Published.None<>());
    assertThat(sts(unasked(STS, "TXT")))
        .isEqualTo(new Published.Hidden<>(new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT)));
  }

  @Test
  void looksForReportsAndLogosWhereTheyBelong() {
    assertThat(
            Published.tlsRpt(
                DOMAIN,
                (name, type) -> found(name, type, "\"v=TLSRPTv1; rua=mailto:a@" + name + "\"")))
        .isEqualTo(
            new Published.One<>(
                new TlsRptRecord(List.of("mailto:a@_smtp._tls." + DOMAIN)),
                "v=TLSRPTv1; rua=mailto:a@_smtp._tls." + DOMAIN));
    assertThat(
            Published.bimi(
                DOMAIN,
                (name, type) ->
                    name.equals("default._bimi." + DOMAIN)
                        ? found(name, type, "\"v = BIMI1; l=\"", "\"v=BIMI12; l=\"")
                        : unasked(name, type)))
        .isEqualTo(new Published.One<>(new BimiRecord("", ""), "v = BIMI1; l="));
  }

  private static Published<StsRecord> sts(Lookup answer) {
    return Published.sts(DOMAIN, (_, _) -> answer);
  }
}
