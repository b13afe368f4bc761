package uk.nhs.estate.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is asked of [PracticeCa]: names, dates, key and what is sent beside the certificate.
public record CertificateOrder(
    List<String> names, Instant from, Instant until, Key key, Chain chain) {

  /// The kind of key pair to certify.
  public enum Key {
    EC_P256,
    RSA_2048
  }

  /// Who signs, and what the server sends after its own certificate (RFC 8446 §4.4.2).
  public enum Chain {
    WITH_INTERMEDIATE,
    WITH_INTERMEDIATE_AND_ROOT,
    /// The intermediate is left out, the commonest fault of hand-made installations.
    WITHOUT_INTERMEDIATE,
    SIGNED_BY_ROOT,
    SELF_SIGNED
  }

  public CertificateOrder {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a certificate needs a name");
    }
  }

  /// A sound certificate for 90 days, a month of them gone.
  public static CertificateOrder of(Instant now, String... names) {
    return new CertificateOrder(
        List.of(names),
        now.minus(Duration.ofDays(30)),
        now.plus(Duration.ofDays(60)),
        Key.EC_P256,
        Chain.WITH_INTERMEDIATE);
  }

  /// Valid for 90 days up to a moment, which may be past.
  public CertificateOrder until(Instant end) {
    return new CertificateOrder(names, end.minus(Duration.ofDays(90)), end, key, chain);
  }

  public CertificateOrder from(Instant start) {
    return new CertificateOrder(names, start, until, key, chain);
  }

  public CertificateOrder key(Key kind) {
    return new CertificateOrder(names, from, until, kind, chain);
  }

  public CertificateOrder chain(Chain sent) {
    return new CertificateOrder(names, from, until, key, sent);
  }
}
