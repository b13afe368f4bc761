package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.NamedGroup;
import uk.nhs.estate.probe.tls.Hellos.Manner;

class HellosTest {
  private static final String NAME = "a-rather-long-name-of-a-site.hospital-trust.nhs.test";
  private static final Hellos ANY = new Hellos(NAME, Manner.ANY);
  private static final Hellos MODEST = new Hellos(NAME, Manner.MODEST);

  @ParameterizedTest
  @ValueSource(ints = {SSL_3, TLS_1_0, TLS_1_2, TLS_1_3})
  void offerEverySuiteThereIs(int version) {
    var all = CipherSuite.codes(version).stream().filter(code -> code != 0).toArray(Integer[]::new);

    assertThat(Hellos.suites(version)).containsExactlyInAnyOrder(all).doesNotHaveDuplicates();
    assertThat(ANY.portions(version)).hasSize(1);
    assertThat(MODEST.portions(version).stream().flatMap(List::stream))
        .containsExactlyInAnyOrder(all);
  }

  @Test
  void offerEveryGroupThatNeedsNoSuiteToBeGivenUp() {
    assertThat(Hellos.GROUPS_13)
        .containsExactlyInAnyOrderElementsOf(NamedGroup.codes(TLS_1_3))
        .contains(0x11ec, 0x11eb, 0x11ed, 0x001e, 0x001f, 0x0100);
    assertThat(Hellos.CURVES).contains(0x001a, 0x001b, 0x001c, 0x001d, 0x001e, 0x0015);
    assertThat(Hellos.CURVES).noneMatch(code -> code >= 0x0100 && code <= 0x01ff);
    assertThat(ANY.everything().groups()).noneMatch(code -> code >= 0x0100 && code <= 0x01ff);
  }

  @Test
  void areModestWhereTheyMustBe() {
    for (var portion : MODEST.portions(TLS_1_2)) {
      assertThat(portion).hasSizeLessThanOrEqualTo(60);
      assertThat(MODEST.upTo(TLS_1_2, portion, Hellos.CURVES).message()).hasSizeLessThan(512);
    }
    assertThat(MODEST.portions(TLS_1_2).getFirst()).contains(0xc02b, 0xc02f, 0x002f, 0x000a);
    var with13 = new Hellos(NAME, Manner.MODEST.tls13(false)).everything();
    assertThat(with13.suites()).hasSizeLessThanOrEqualTo(60).contains(0x1301, 0xc02f);
  }

  @Test
  void askForTooMuchOnPurposeAtFirst() {
    var hello = ANY.everything();

    assertThat(hello.suites().size()).isGreaterThan(64);
    assertThat(hello.suites().indexOf(0xc02f)).isGreaterThan(64);
    assertThat(hello.message().length).isGreaterThan(511);
    assertThat(hello.versions()).startsWith(TLS_1_3);
    assertThat(hello.extensions()).anyMatch(its -> ClientHello.isGrease(its.type()));
  }

  @Test
  void bringAKeyOnlyWhereTheyMust() {
    var groups = List.of(0x0017, 0x001d);
    var keyless = ANY.tls13(Hellos.SUITES_13, groups);
    assertThat(keyless.extension(Extension.KEY_SHARE).orElseThrow().content())
        .containsExactly(0, 0);

    var keyed = new Hellos(NAME, Manner.MODEST.tls13(false));
    assertThat(keyed.tls13(Hellos.SUITES_13, groups).extension(Extension.KEY_SHARE).orElseThrow())
        .matches(its -> its.content().length == 2 + 4 + 32);
  }

  @Test
  void sayNothingOfExtensionsToSsl3() {
    var hello = ANY.upTo(SSL_3, Hellos.suites(SSL_3), Hellos.CURVES);

    assertThat(hello.extensions()).isEmpty();
    assertThat(hello.compressions()).containsExactly(0);
  }
}
