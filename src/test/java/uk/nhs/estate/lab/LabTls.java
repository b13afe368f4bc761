package uk.nhs.estate.lab;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.tls.TlsServerProtocol;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.probe.LoneServer;

/// A TLS server on loopback that is told everything: a real stack, Bouncy Castle's, in whatever
/// posture a test wants.
///
/// ```java
/// try (var server = LabTls.server().versions(0x0303).suites(0xc02b, 0xc02f).start()) { … }
/// ```
///
/// As it is made, it speaks TLS 1.2 and 1.3 as Mozilla's intermediate profile has them, with an
/// ECDSA and an RSA certificate, and decides by its own order.
public final class LabTls {
  /// Mozilla's intermediate profile, version 5.7: its cipher suites.
  public static final List<Integer> INTERMEDIATE =
      List.of(
          0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0x009e, 0x009f,
          0xccaa);

  List<Integer> versions = List.of(0x0303, 0x0304);
  List<Integer> suites = INTERMEDIATE;
  boolean decides = true;
  List<Integer> groups = List.of(0x001d, 0x0017, 0x0018, 0x0100);
  List<LabIdentity> identities =
      List.of(LabIdentity.of(LabIdentity.Kind.P256), LabIdentity.of(LabIdentity.Kind.RSA_2048));
  List<String> protocols = List.of();
  boolean extendedMasterSecret = true;
  boolean encryptThenMac = true;
  boolean noticesFallback = true;
  boolean heartbeat;
  byte @Nullable [] staple;
  byte @Nullable [] timestamps;
  byte @Nullable [] preSharedKey;
  @Nullable BigInteger prime;
  boolean asksForCertificate;
  boolean needsCertificate;
  int mostSuitesRead = Integer.MAX_VALUE;
  @Nullable LabIdentity forOthers;
  boolean needsName;

  private LabTls() {}

  /// One as Mozilla's intermediate profile has it.
  public static LabTls server() {
    return new LabTls();
  }

  /// The versions that it speaks, as on the wire: TLS 1.0 to 1.3.
  public LabTls versions(Integer... spoken) {
    versions = List.of(spoken);
    return this;
  }

  /// The cipher suites of all versions, the one that it likes best first.
  public LabTls suites(Integer... liked) {
    suites = List.of(liked);
    return this;
  }

  /// Leaves the choice of suite and group to the client.
  public LabTls clientDecides() {
    decides = false;
    return this;
  }

  /// The groups of all versions, the one that it likes best first.
  public LabTls groups(Integer... liked) {
    groups = List.of(liked);
    return this;
  }

  /// Who it is; the first that suits the client is shown.
  public LabTls identities(LabIdentity... own) {
    identities = List.of(own);
    return this;
  }

  /// Who it is.
  public LabTls identities(LabIdentity.Kind... kinds) {
    identities = Arrays.stream(kinds).map(LabIdentity::of).toList();
    return this;
  }

  /// What it chooses from in ALPN (RFC 7301).
  public LabTls protocols(String... names) {
    protocols = List.of(names);
    return this;
  }

  /// Knows nothing of the extended master secret (RFC 7627).
  public LabTls withoutExtendedMasterSecret() {
    extendedMasterSecret = false;
    return this;
  }

  /// Knows nothing of encrypt-then-MAC (RFC 7366).
  public LabTls withoutEncryptThenMac() {
    encryptThenMac = false;
    return this;
  }

  /// Lets fallbacks pass (RFC 7507).
  public LabTls withoutFallbackNotice() {
    noticesFallback = false;
    return this;
  }

  /// Agrees on heartbeats (RFC 6520), and answers none.
  public LabTls heartbeat() {
    heartbeat = true;
    return this;
  }

  /// Staples this OCSPResponse to its certificate (RFC 6066 §8), when asked.
  public LabTls staple(byte[] response) {
    staple = response.clone();
    return this;
  }

  /// Sends this SignedCertificateTimestampList (RFC 6962 §3.3), when asked.
  public LabTls timestamps(byte[] list) {
    timestamps = list.clone();
    return this;
  }

  /// Knows a key that nobody else does, for suites with pre-shared keys.
  public LabTls preSharedKey() {
    preSharedKey = new byte[32];
    return this;
  }

  /// Uses a prime of its own, with the generator 2, for Diffie-Hellman up to TLS 1.2.
  public LabTls prime(BigInteger own) {
    prime = own;
    return this;
  }

  /// Asks for a certificate of the client, and goes on without.
  public LabTls asksForCertificate() {
    asksForCertificate = true;
    return this;
  }

  /// Asks for a certificate of the client, and does not go on without.
  public LabTls needsCertificate() {
    asksForCertificate = true;
    needsCertificate = true;
    return this;
  }

  /// Reads no more than so many suites of a hello.
  public LabTls readsSuites(int most) {
    mostSuitesRead = most;
    return this;
  }

  /// Shows another certificate to who asks for another name than [LabIdentity#HOST], or for none.
  public LabTls forOthers(LabIdentity other) {
    forOthers = other;
    return this;
  }

  /// Turns away who asks for another name than [LabIdentity#HOST], or for none (RFC 6066 §3).
  public LabTls needsName() {
    needsName = true;
    return this;
  }

  /// On a free port of 127.0.0.1.
  public LoneServer start() throws IOException {
    return LoneServer.start(script());
  }

  /// What it does to a visitor, to be put behind something else.
  public LoneServer.Script script() {
    return visitor -> {
      var protocol = new TlsServerProtocol(visitor.getInputStream(), visitor.getOutputStream());
      protocol.accept(new LabPeer(this));
      protocol.getInputStream().skipNBytes(Long.MAX_VALUE);
    };
  }
}
