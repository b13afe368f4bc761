package uk.nhs.estate.observation.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.tls.NamedGroup.Kind;

class NumbersTest {

  @Test
  void aGroupSaysWhatItIs() {
    var hybrid = NamedGroup.of(0x11ec);

    assertThat(hybrid.name()).isEqualTo("X25519MLKEM768");
    assertThat(hybrid.kind()).isEqualTo(Kind.HYBRID);
    assertThat(hybrid.isPostQuantum()).isTrue();
    assertThat(NamedGroup.of(0x0017).strength()).isEqualTo(128);
    assertThat(NamedGroup.of(0x0100).kind()).isEqualTo(Kind.FINITE_FIELD);
    assertThat(NamedGroup.of(0x6399).isPostQuantum()).isFalse();
  }

  @Test
  void aGroupThatNobodyListsIsNoError() {
    assertThat(NamedGroup.of(0xabcd).name()).isEqualTo("0xABCD");
    assertThat(NamedGroup.of(0xabcd).isGrease()).isFalse();
    assertThat(NamedGroup.of(0x2a2a).isGrease()).isTrue();
  }

  @Test
  void someGroupsMayBeTakenInOneVersionOnly() {
    assertThat(NamedGroup.codes(0x0303)).contains(0x001a, 0x0017).doesNotContain(0x11ec, 0x001f);
    assertThat(NamedGroup.codes(0x0304)).contains(0x001f, 0x0017, 0x0202).doesNotContain(0x001a);
    assertThat(NamedGroup.all()).doesNotHaveDuplicates();
  }

  @Test
  void aSchemeSaysWhetherItsHashIsWeak() {
    assertThat(SignatureScheme.of(0x0804).name()).isEqualTo("rsa_pss_rsae_sha256");
    assertThat(SignatureScheme.of(0x0201).isWeak()).isTrue();
    assertThat(SignatureScheme.of(0x0807).isWeak()).isFalse();
    assertThat(SignatureScheme.of(0x0702).name()).isEqualTo("0x0702");
    assertThat(SignatureScheme.codes()).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void versionsAndAlertsHaveNames() {
    assertThat(TlsVersion.name(0x0002)).isEqualTo("SSL 2.0");
    assertThat(TlsVersion.name(0x0302)).isEqualTo("TLS 1.1");
    assertThat(TlsVersion.name(0x7f1c)).isEqualTo("0x7F1C");
    assertThat(TlsVersion.code("SSL 2.0")).isEqualTo(0x0002);
    assertThat(TlsVersion.code("TLS 1.3")).isEqualTo(0x0304);
    assertThatThrownBy(() -> TlsVersion.code("TLS 1.4")).hasMessageContaining("TLS 1.4");
    assertThat(Alert.name(40)).isEqualTo("handshake_failure");
    assertThat(Alert.name(200)).isEqualTo("alert 200");
  }
}
