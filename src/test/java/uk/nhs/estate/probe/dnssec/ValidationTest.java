package uk.nhs.estate.probe.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.probe.dnssec.SignedZone.NOW;
import static uk.nhs.estate.probe.dnssec.SignedZone.name;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Security;

class ValidationTest {
  private static final Security SECURE = new Security.Secure();

  static Stream<SignedZone.Chain> chains() {
    return Stream.of(
        new SignedZone.Nsec(),
        new SignedZone.Nsec3(0, new byte[0], false),
        new SignedZone.Nsec3(5, new byte[] {1, 2, 3}, false));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 8, 10, 13, 14, 15, 16})
  void followsTheChainForEveryAlgorithm(int algorithm) {
    var zone = SignedZone.ferry(algorithm, new SignedZone.Nsec());
    for (int digest : new int[] {1, 2, 4}) {
      var keys =
          Validation.keys(
              zone.apex(), List.of(zone.ds(digest)), zone.answer("ferry.test.", Type.DNSKEY), NOW);
      assertThat(keys).isInstanceOf(ZoneKeys.Trusted.class);
      assertThat(answer(zone, "www.ferry.test.", Type.A)).isEqualTo(SECURE);
    }
  }

  @ParameterizedTest
  @MethodSource("chains")
  void believesWhatIsSignedOrProvedAbsent(SignedZone.Chain chain) {
    var zone = SignedZone.ferry(13, chain);
    for (var name :
        List.of(
            "www.ferry.test.",
            "mail.ferry.test.",
            "alias.ferry.test.",
            "chain.ferry.test.",
            "away.ferry.test.",
            "lost.ferry.test.",
            "under.ferry.test.",
            "deep.under.ferry.test.",
            "nothing.ferry.test.",
            "a.b.c.nothing.ferry.test.",
            "nothing.under.ferry.test.",
            "wild.ferry.test.",
            "*.wild.ferry.test.",
            "some.wild.ferry.test.",
            "a.b.wild.ferry.test.",
            "a.b.alias-wild.ferry.test.",
            "b.old.ferry.test.",
            "ferry.test.")) {
      for (int type : new int[] {Type.A, Type.MX, Type.TXT, Type.CAA, Type.SOA, Type.CNAME}) {
        assertThat(answer(zone, name, type))
            .describedAs("%s %s", name, Type.string(type))
            .isEqualTo(SECURE);
      }
    }
  }

  private static Security answer(SignedZone zone, String name, int type) {
    return Validation.answer(zone.answer(name, type), name(name), type, zone.trusted(), NOW);
  }
}
