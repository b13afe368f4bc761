package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Shown;

/// What two sides have agreed on by a handshake that both have finished.
///
/// @param serverName the name that was asked for; none when none was
/// @param group in which the key was agreed on; none when in none that has a number
/// @param alpn the protocol that was chosen; none when none was
/// @param identity what it showed of itself; none of a session that was resumed
/// @param asksForCertificate whether the client was to show a certificate
/// @param resumed whether a session was resumed
record Agreed(
    @Nullable String serverName,
    ServerHello hello,
    int version,
    SpokenSuite suite,
    @Nullable Integer group,
    @Nullable String alpn,
    ServerIdentity identity,
    boolean asksForCertificate,
    boolean resumed) {

  /// The chain as it was shown.
  Shown shown() {
    return new Shown(
        serverName,
        version,
        suite.code(),
        identity.scheme(),
        identity.chain(),
        identity.ocsp(),
        identity.scts());
  }

  TlsFacts.Completed completed() {
    var minor = version == TLS_1_0 ? "" : "." + (version - TLS_1_0);
    return new TlsFacts.Completed("TLSv1" + minor, suite.name(), alpn, identity.chain());
  }

  /// What a server showed of itself.
  ///
  /// @param chain DER, the leaf first
  /// @param ocsp the response stapled to the leaf, DER; none when none was
  /// @param scts the SignedCertificateTimestampList of the TLS extension; none when there was none
  /// @param scheme of the signature that proves the key; none when none was seen or it did not say
  record ServerIdentity(
      List<Part> chain,
      @Nullable Part ocsp,
      @Nullable Part scts,
      @Nullable Integer scheme,
      Proof proof) {
    static final ServerIdentity NONE =
        new ServerIdentity(List.of(), null, null, null, Proof.UNKNOWN);

    ServerIdentity {
      chain = List.copyOf(chain);
    }
  }
}
