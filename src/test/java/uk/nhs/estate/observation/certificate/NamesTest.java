package uk.nhs.estate.observation.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  private static final Draft.Made ROOT = Draft.root("Root").made();

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource({
    "www.trust.test, www.trust.test, true",
    "WWW.trust.test, www.Trust.test, true",
    "www.trust.test, www.trust.test., true",
    "www.trust.test., www.trust.test, false",
    "trust.test, www.trust.test, false",
    "www.trust.test, trust.test, false",
    "*.trust.test, www.trust.test, true",
    "*.trust.test, trust.test, false",
    "*.trust.test, a.www.trust.test, false",
    "*.trust.test, .trust.test, false",
    "*.TRUST.test, www.trust.test, true",
    "w*.trust.test, www.trust.test, false",
    "www.*.test, www.trust.test, false",
    "*.*.test, www.trust.test, false",
    "*, test, false",
    "*, www.trust.test, false",
    "*., test, false",
    "xn--caf-dma.test, xn--caf-dma.test, true",
    "*.xn--caf-dma.test, xn--caf-dma.xn--caf-dma.test, true",
    "café.test, xn--caf-dma.test, false",
    "192.0.2.1, 192.0.2.1, false",
    "a_b.trust.test, a_b.trust.test, true",
    "'', '', false"
  })
  void readsDnsNames(String presented, String wanted, boolean expected) {
    var certificate = ROOT.site().dnsNames(presented).certificate();

    assertThat(Names.match(certificate, PeerName.of(wanted))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource({
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8::1, 2001:DB8:0::1, true",
    "2001:db8::1, 2001:db8::2, false",
    "::ffff:192.0.2.1, 192.0.2.1, false"
  })
  void readsAddresses(String presented, String wanted, boolean expected) {
    var certificate =
        ROOT.site().names(new GeneralName(GeneralName.iPAddress, presented)).certificate();

    assertThat(Names.match(certificate, PeerName.of(wanted))).isEqualTo(expected);
  }

  @Test
  void doesNotAskTheCommonName() {
    var certificate = ROOT.site().without(Extension.ALTERNATIVE_NAMES).certificate();

    assertThat(certificate.subject().commonNames()).containsExactly(Draft.HOST);
    assertThat(Names.match(certificate, PeerName.of(Draft.HOST))).isFalse();
  }
}
