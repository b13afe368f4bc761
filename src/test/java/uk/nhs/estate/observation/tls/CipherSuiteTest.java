package uk.nhs.estate.observation.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.tls.CipherSuite.Authentication;
import uk.nhs.estate.observation.tls.CipherSuite.KeyExchange;
import uk.nhs.estate.observation.tls.CipherSuite.Mode;

class CipherSuiteTest {
  private static final int SSL_2 = 0x0002;
  private static final int TLS_1_2 = 0x0303;

  @Test
  void aSuiteSaysWhatItIsMadeOf() {
    var suite = CipherSuite.of(TLS_1_2, 0xc02c);

    assertThat(suite.name()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    assertThat(suite.opensslName()).contains("ECDHE-ECDSA-AES256-GCM-SHA384");
    assertThat(suite.keyExchange()).isEqualTo(KeyExchange.ECDHE);
    assertThat(suite.authentication()).isEqualTo(Authentication.ECDSA);
    assertThat(suite.cipher()).isEqualTo("AES");
    assertThat(suite.bits()).isEqualTo(256);
    assertThat(suite.mode()).isEqualTo(Mode.GCM);
    assertThat(suite.isForwardSecret()).isTrue();
    assertThat(suite.isAead()).isTrue();
  }

  @Test
  void aNumberThatNobodyListsIsASuiteOfWhichNothingIsKnown() {
    var suite = CipherSuite.of(TLS_1_2, 0xabcd);

    assertThat(suite.name()).isEqualTo("0xABCD");
    assertThat(suite.opensslName()).isEqualTo(Optional.empty());
    assertThat(suite.isKnown()).isFalse();
    assertThat(suite.isGrease()).isFalse();
    assertThat(CipherSuite.of(SSL_2, 0x0a0b0c).name()).isEqualTo("0x0A0B0C");
  }

  @Test
  void numbersThatMeanNothingAreRecognised() {
    assertThat(CipherSuite.of(TLS_1_2, 0x0a0a).name()).isEqualTo("GREASE (0x0A0A)");
    assertThat(CipherSuite.of(TLS_1_2, 0xfafa).isGrease()).isTrue();
    assertThat(CipherSuite.of(TLS_1_2, 0x0a1a).isGrease()).isFalse();
  }

  @Test
  void suitesOfSsl2AreNumberedApart() {
    assertThat(CipherSuite.of(SSL_2, 0).name()).isEqualTo("SSL_CK_NULL_WITH_MD5");
    assertThat(CipherSuite.of(TLS_1_2, 0).name()).isEqualTo("TLS_NULL_WITH_NULL_NULL");
    assertThat(CipherSuite.of(SSL_2, 0x0700c0).cipher()).isEqualTo("3DES");
    assertThat(CipherSuite.codes(SSL_2)).contains(0x010080).doesNotContain(0x0005);
  }

  @Test
  void theSuitesOfAVersionAreThoseThatServersTakeInIt() {
    assertThat(CipherSuite.codes(0x0300)).contains(0x0004, 0xc013).doesNotContain(0xc02f, 0x1301);
    assertThat(CipherSuite.codes(0x0301)).contains(0x00ae).doesNotContain(0x003c);
    assertThat(CipherSuite.codes(TLS_1_2)).contains(0x0004, 0x003c, 0xcc13, 0xccae, 0xc102);
    assertThat(CipherSuite.codes(0x0304))
        .contains(0x1301, 0x1305, 0x00c6, 0xc0b4, 0xc103)
        .doesNotContain(0xc02f);
    assertThat(CipherSuite.codes(0x0305)).isEmpty();
  }

  @Test
  void eachNumberIsListedOnce() {
    for (int version : List.of(SSL_2, 0x0300, 0x0301, TLS_1_2, 0x0304)) {
      assertThat(CipherSuite.codes(version)).doesNotHaveDuplicates().isSorted();
    }
    assertThat(CipherSuite.all()).hasSizeGreaterThan(380);
  }

  @Test
  void whatIsSaidOfEachSuiteAgreesWithItsName() {
    for (var suite : CipherSuite.all()) {
      var its = assertThat(suite).as(suite.name());
      its.returns(suite.name().contains("anon") || isNullNull(suite), CipherSuite::isAnonymous);
      its.returns(
          suite.name().contains("_NULL") || suite.name().matches("TLS_SHA(256|384)_SHA\\1"),
          CipherSuite::isNull);
      its.returns(
          suite.name().matches(".*_(GCM|CCM|CCM_8|MGM|CHACHA20|AEGIS)_?.*"), CipherSuite::isAead);
      its.returns(
          suite.name().matches(".*_(DHE|ECDHE|anon|SRP|ECCPWD|CECPQ1)_.*") || suite.isOf(0x0304),
          CipherSuite::isForwardSecret);
      its.returns(
          suite.name().matches(".*_(PSK|SRP|ECCPWD|KRB5)_.*"), CipherSuite::needsSharedSecret);
      assertThat(suite.bits() == 0).as(suite.name()).isEqualTo(suite.isNull());
    }
  }

  private static boolean isNullNull(CipherSuite suite) {
    return suite.keyExchange() == KeyExchange.NULL;
  }

  @Test
  void namesOfOpensslAreEachThoseOfOneSuiteOfAVersion() {
    var seen = new HashSet<String>();
    CipherSuite.all().stream()
        .filter(suite -> !suite.isOf(SSL_2))
        .flatMap(suite -> suite.opensslName().stream())
        .forEach(name -> assertThat(seen.add(name)).as(name).isTrue());
  }

  @Property
  void everyNumberMeansSomething(@ForAll @IntRange(max = 0xffffff) int code) {
    assertThat(CipherSuite.of(TLS_1_2, code).name()).isNotEmpty();
    assertThat(CipherSuite.of(SSL_2, code).code()).isEqualTo(code);
  }
}
