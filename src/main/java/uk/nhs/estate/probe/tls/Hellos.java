package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.NamedGroup;
import uk.nhs.estate.observation.tls.SignatureScheme;
import uk.nhs.estate.probe.tls.Extension.KeyShare;

/// Makes hellos that a server will answer if it can: with all that it may need in order to choose.
///
/// Suites and groups are offered in an order that no server likes, the weakest first. So a server
/// that decides by itself gives that away by its first two choices.
///
/// @param serverName sent in SNI (RFC 6066 §3); none when the server is not to be told
record Hellos(@Nullable String serverName, Manner manner) {

  /// What a server bears of a hello.
  ///
  /// @param extensions any at all
  /// @param unknown extensions that nobody knows (RFC 8701)
  /// @param large more than 511 octets
  /// @param manySuites more than 64
  /// @param tls13 an offer of TLS 1.3
  /// @param keyless an offer of TLS 1.3 without a key
  record Manner(
      boolean extensions,
      boolean unknown,
      boolean large,
      boolean manySuites,
      boolean tls13,
      boolean keyless) {
    static final Manner ANY = new Manner(true, true, true, true, true, true);
    static final Manner MODEST = new Manner(true, false, false, false, false, true);
    static final Manner BARE = new Manner(false, false, false, false, false, true);

    /// The same with TLS 1.3, with or without a key.
    Manner tls13(boolean withoutKey) {
      return new Manner(extensions, unknown, large, manySuites, true, withoutKey);
    }

    /// How many suites may be offered at once.
    int mostSuites() {
      return large && manySuites ? Integer.MAX_VALUE : FEW;
    }
  }

  /// Fits into 511 octets with all else, and is no more than servers read that do not read all.
  private static final int FEW = 60;

  private static final int X25519 = 0x001d;
  private static final int X25519_OCTETS = 32;
  private static final int DEFLATE = 1;
  private static final int NO_COMPRESSION = 0;

  private static final List<Integer> RARELY_USED = List.of(0x0000);

  /// What servers have, the weakest first.
  private static final List<Integer> COMMON =
      List.of(
          0x0003, 0x0006, 0x0008, 0x0014, 0x0004, 0x0005, 0x0009, 0x0015, 0x0007, 0x0096, 0x0041,
          0x0084, 0x00ba, 0x00c0, 0x0045, 0x0088, 0x00be, 0x00c4, 0xc011, 0xc007, 0x000a, 0x0016,
          0xc012, 0xc008, 0x0035, 0x002f, 0x003d, 0x003c, 0xc09d, 0xc09c, 0x009d, 0x009c, 0x0032,
          0x0038, 0x0039, 0x0033, 0x006b, 0x0067, 0xccaa, 0x009f, 0x009e, 0xc014, 0xc013, 0xc00a,
          0xc009, 0xc028, 0xc027, 0xc024, 0xc023, 0xcca8, 0xcca9, 0xc030, 0xc02c, 0xc02f, 0xc02b);

  private static final List<Integer> COMMON_13 = List.of(0x1305, 0x1304, 0x1303, 0x1302, 0x1301);

  private static final List<Integer> COMMON_GROUPS =
      List.of(
          0x0104, 0x0103, 0x0102, 0x0101, 0x0100, 0x0019, 0x001e, 0x0018, 0x0017, 0x001d, 0x11ed,
          0x11eb, 0x11ec);

  private static final List<Integer> FEW_SCHEMES =
      List.of(
          0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601,
          0x0203, 0x0201);

  /// All suites of TLS 1.3.
  static final List<Integer> SUITES_13 = lastly(COMMON_13, CipherSuite.codes(TLS_1_3));

  /// All groups of TLS 1.3.
  static final List<Integer> GROUPS_13 = lastly(COMMON_GROUPS, NamedGroup.codes(TLS_1_3));

  /// All curves up to TLS 1.2. Groups of finite fields are left out: a server that knows none of
  /// those offered must not take the prime it has (RFC 7919 §4).
  static final List<Integer> CURVES =
      lastly(
          COMMON_GROUPS,
          NamedGroup.codes(TLS_1_2).stream()
              .filter(code -> NamedGroup.of(code).kind() == NamedGroup.Kind.CURVE)
              .toList());

  private static final List<Integer> SUITES_12 = lastly(COMMON, CipherSuite.codes(TLS_1_2));
  private static final List<Integer> SUITES_10 = lastly(COMMON, CipherSuite.codes(TLS_1_0));
  private static final List<Integer> SUITES_SSL_3 = lastly(COMMON, CipherSuite.codes(SSL_3));

  /// All of them, those that are often met at the end.
  private static List<Integer> lastly(List<Integer> common, List<Integer> all) {
    return Stream.concat(
            all.stream().filter(code -> !common.contains(code)),
            common.stream().filter(all::contains))
        .filter(code -> !RARELY_USED.contains(code))
        .toList();
  }

  /// All suites of a version but SSL 2.0.
  static List<Integer> suites(int version) {
    return switch (version) {
      case TLS_1_3 -> SUITES_13;
      case TLS_1_2 -> SUITES_12;
      case SSL_3 -> SUITES_SSL_3;
      default -> SUITES_10;
    };
  }

  /// The suites of a version in lists that may be offered at once, those that are often met first
  /// among the lists.
  List<List<Integer>> portions(int version) {
    var all = suites(version);
    int most = manner.mostSuites();
    var portions = new ArrayList<List<Integer>>();
    for (int end = all.size(); end > 0; end -= most) {
      portions.add(all.subList(Math.max(end - most, 0), end));
      if (most >= all.size()) {
        break;
      }
    }
    return List.copyOf(portions);
  }

  /// Offers every version from TLS 1.0 on and all there is in them, as far as the server bears it.
  ClientHello everything() {
    var suites =
        manner.mostSuites() > SUITES_12.size()
            ? SUITES_12
            : SUITES_12.subList(SUITES_12.size() - FEW + SUITES_13.size(), SUITES_12.size());
    var hello =
        tls13(Stream.concat(suites.stream(), SUITES_13.stream()).toList(), GROUPS_13)
            .groups(bothGroups())
            .versions(List.of(TLS_1_3, TLS_1_2, TLS_1_1, TLS_1_0));
    return manner.unknown() ? hello.greased() : hello;
  }

  private static List<Integer> bothGroups() {
    return Stream.concat(
            CURVES.stream().filter(code -> !GROUPS_13.contains(code)),
            GROUPS_13.stream().filter(code -> CURVES.contains(code) || code >= 0x0200))
        .toList();
  }

  /// Offers TLS 1.3 only, and no key: so the server has to name the group it wants (RFC 8446
  /// §4.1.1), which costs neither side any reckoning. Where that is not borne there is a key of
  /// X25519, as which any octets do (RFC 7748 §5).
  ClientHello tls13(List<Integer> suites, List<Integer> groups) {
    return extended(ClientHello.of(TLS_1_2, suites), groups)
        .sessionId(ClientHello.randomOctets(32))
        .versions(List.of(TLS_1_3))
        .with(Extension.pskModes())
        .keyShares(
            manner.keyless() || !groups.contains(X25519)
                ? List.of()
                : List.of(new KeyShare(X25519, ClientHello.randomOctets(X25519_OCTETS))));
  }

  /// Offers a version before TLS 1.3 and all that are older.
  ClientHello upTo(int version, List<Integer> suites, List<Integer> curves) {
    var hello = ClientHello.of(version, suites);
    return version == SSL_3 || !manner.extensions()
        ? hello
        : extended(hello, curves)
            .with(Extension.empty(Extension.ENCRYPT_THEN_MAC))
            .compressions(List.of(DEFLATE, NO_COMPRESSION));
  }

  private ClientHello extended(ClientHello hello, List<Integer> groups) {
    return hello
        .serverName(serverName)
        .with(Extension.empty(Extension.EXTENDED_MASTER_SECRET))
        .with(Extension.renegotiation(new byte[0]))
        .groups(groups)
        .with(Extension.pointFormats())
        .with(Extension.sessionTicket(new byte[0]))
        .alpn(List.of("h2", "http/1.1"))
        .with(Extension.statusRequest())
        .schemes(manner.large() ? SignatureScheme.codes() : FEW_SCHEMES)
        .with(Extension.empty(Extension.SCTS))
        .with(Extension.heartbeat());
  }
}
