package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What we offer in a handshake that is to be completed.
///
/// @param serverName the name to send in SNI (RFC 6066 §3); none to send none
/// @param versions the versions offered, the best first
/// @param schemes the signature schemes offered
/// @param alpn the protocols offered by ALPN; none offers none
/// @param tickets whether a ticket of TLS 1.2 is asked for (RFC 5077 §3.2)
/// @param heartbeat whether heartbeats are offered (RFC 6520 §2)
/// @param resume the session to be resumed; none for a new one
record Terms(
    @Nullable String serverName,
    List<Integer> versions,
    List<SpokenSuite> suites,
    List<Integer> schemes,
    List<String> alpn,
    boolean tickets,
    boolean heartbeat,
    @Nullable PastSession resume) {

  /// Those of browsers, then those of servers that have other keys.
  private static final List<Integer> SCHEMES =
      List.of(
          0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0603, 0x0807, 0x0808,
          0x0809, 0x080a, 0x080b, 0x0203, 0x0201);

  Terms {
    versions = List.copyOf(versions);
    suites = List.copyOf(suites);
    schemes = List.copyOf(schemes);
    alpn = List.copyOf(alpn);
  }

  /// What browsers offer.
  static Terms ofBrowsers(@Nullable String serverName, List<String> alpn) {
    return new Terms(
        serverName,
        List.of(TLS_1_3, TLS_1_2),
        SpokenSuite.ofBrowsers(),
        SCHEMES,
        alpn,
        true,
        false,
        null);
  }

  /// All that we can speak in one version.
  static Terms of(int version, @Nullable String serverName, List<String> alpn) {
    return new Terms(
        serverName,
        List.of(version),
        Stream.of(SpokenSuite.values()).filter(suite -> suite.isOf(version)).toList(),
        SCHEMES,
        alpn,
        true,
        false,
        null);
  }

  Terms suites(List<SpokenSuite> others) {
    return new Terms(serverName, versions, others, schemes, alpn, tickets, heartbeat, resume);
  }

  Terms schemes(List<Integer> others) {
    return new Terms(serverName, versions, suites, others, alpn, tickets, heartbeat, resume);
  }

  Terms withoutTickets() {
    return new Terms(serverName, versions, suites, schemes, alpn, false, heartbeat, resume);
  }

  Terms withHeartbeat() {
    return new Terms(serverName, versions, suites, schemes, alpn, tickets, true, resume);
  }

  /// To resume a session: in its version, with its cipher suite.
  Terms resuming(PastSession session) {
    return new Terms(
        serverName,
        List.of(session.version()),
        List.of(session.suite()),
        schemes,
        alpn,
        tickets,
        heartbeat,
        session);
  }

  boolean offers(int version) {
    return versions.contains(version);
  }
}
