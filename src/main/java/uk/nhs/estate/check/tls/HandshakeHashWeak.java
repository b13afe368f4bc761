package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Objects;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.tls.SignatureScheme;

/// Finds servers that prove who they are with a hash that is broken.
public record HandshakeHashWeak() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.handshake-hash-weak",
          ADVISORY,
          "The server signs its handshakes with SHA-1 or MD5",
          """
          Two texts with the same hash can be made, so that such a signature proves little. \
          Newer clients end the connection.\
          """,
          "Bring the TLS library up to date, and have it sign with SHA-256 or better.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 </dev/null | grep \
          'Peer signing digest'\
          """,
          rfc(9155, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, HandshakeHashWeak::judge);
  }

  private static Verdict judge(TlsPosture posture) {
    var schemes =
        posture.chains().stream()
            .map(TlsPosture.Shown::scheme)
            .filter(Objects::nonNull)
            .map(SignatureScheme::of)
            .distinct()
            .toList();
    var weak = schemes.stream().filter(SignatureScheme::isWeak).map(SignatureScheme::name).toList();
    if (!weak.isEmpty()) {
      return new Verdict.Fail("", String.join(", ", weak));
    }
    return schemes.isEmpty()
        ? Verdict.Unknown.lasting("no signature of a handshake was seen")
        : new Verdict.Pass();
  }
}
