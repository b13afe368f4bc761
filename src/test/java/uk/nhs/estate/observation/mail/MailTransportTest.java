package uk.nhs.estate.observation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.secure;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.sample.SoundDomain;

class MailTransportTest {
  private static final String STS = "_mta-sts." + NAME;
  private static final String POLICY_HOST = "mta-sts." + NAME;

  private final List<String> asked = new ArrayList<>();

  @Test
  void asksASoundDomainNothingWithoutUse() {
    assertThat(ask(List.of(MAIL))).isTrue();
    assertThat(asked)
        .containsExactlyInAnyOrder(
            "default._bimi." + NAME + " TXT",
            "_smtp._tls." + NAME + " TXT",
            MAIL + " A",
            MAIL + " AAAA",
            "_25._tcp." + MAIL + " TLSA",
            STS + " TXT");
  }

  @Test
  void asksForTheLogoAloneWithoutMailServers() {
    assertThat(ask(List.of())).isFalse();
    assertThat(asked).containsExactly("default._bimi." + NAME + " TXT");
  }

  @Test
  void aPolicyMayBeServedWithoutARecord() {
    assertThat(ask(List.of(MAIL), absent(STS, "TXT"))).isTrue();
    assertThat(asked).contains(POLICY_HOST + " A").doesNotContain(POLICY_HOST + " AAAA");
    assertThat(
            ask(
                List.of(MAIL),
                absent(STS, "TXT"),
                absent(POLICY_HOST, "A"),
                found(POLICY_HOST, "AAAA", "2001:db8::80")))
        .isTrue();
  }

  @Test
  void aRecordThatSaysNothingIsWorthALookAtThePolicy() {
    assertThat(ask(List.of(MAIL), found(STS, "TXT", "\"v=STSv1\""))).isTrue();
    assertThat(ask(List.of(MAIL), found(STS, "TXT", "\"v=STSv1; id=1\"", "\"v=STSv1; id=2\"")))
        .isTrue();
  }

  @Test
  void goesNowhereWithoutARecordAndAHost() {
    assertThat(
            ask(
                List.of(MAIL),
                absent(STS, "TXT"),
                nxdomain(POLICY_HOST, "A"),
                nxdomain(POLICY_HOST, "AAAA")))
        .isFalse();
    assertThat(ask(List.of(MAIL), unasked(STS, "TXT"))).isFalse();
  }

  @Test
  void asksAtTheNameThatAMailServerIsAnAliasOfAndAtItsOwn() {
    ask(
        List.of("mx.b.test"),
        secure(foundByAlias(List.of("host.b.test."), "mx.b.test", "A", "192.0.2.1")),
        secure(nxdomain("mx.b.test", "AAAA", "host.b.test.")),
        secure(nxdomain("_25._tcp.host.b.test", "TLSA")),
        secure(absent("_25._tcp.mx.b.test", "TLSA")));
    assertThat(asked).contains("_25._tcp.host.b.test TLSA", "_25._tcp.mx.b.test TLSA");
  }

  @Test
  void asksOfSoManyMailServersAndNoMore() {
    ask(IntStream.range(0, 50).mapToObj(at -> "mx" + at + ".b.test").toList());
    assertThat(asked.stream().filter(question -> question.endsWith(" A"))).hasSize(10);
  }

  private boolean ask(List<String> exchanges, Lookup... spoilt) {
    asked.clear();
    var mail = SoundDomain.mail(spoilt);
    Lookups live =
        (name, type) -> {
          asked.add(name + " " + type);
          return mail.asked(name, type);
        };
    return MailTransport.ask(NAME, exchanges, live);
  }
}
