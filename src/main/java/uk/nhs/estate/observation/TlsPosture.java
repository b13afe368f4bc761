package uk.nhs.estate.observation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Trial.Undecided;

/// What a server does with every kind of TLS offer, as it was found out offer by offer.
///
/// All numbers are those of the wire: versions as in a ClientHello (`0x0304` is TLS 1.3, `0x0002`
/// SSL 2.0), cipher suites, groups and signature schemes as IANA lists them.
///
/// @param versions what came of each version, all six of them, the oldest first
/// @param suites the cipher suites of each version that was taken up
/// @param groups the key exchange groups up to TLS 1.2 and in TLS 1.3
/// @param chains every chain of certificates that it showed
/// @param keys what it sent to agree on keys, one for each group or prime
/// @param tickets the session tickets that it handed out, one for each version
/// @param behaviours what came of everything else that was tried
/// @param oddities answers that follow no offer
/// @param effort what it took to find this out
public record TlsPosture(
    List<VersionTried> versions,
    List<Suites> suites,
    List<Groups> groups,
    List<Shown> chains,
    List<KeyShown> keys,
    List<Ticket> tickets,
    List<Tried> behaviours,
    List<Oddity> oddities,
    Effort effort) {

  public static final int SSL_2 = 0x0002;
  public static final int SSL_3 = 0x0300;
  public static final int TLS_1_0 = 0x0301;
  public static final int TLS_1_1 = 0x0302;
  public static final int TLS_1_2 = 0x0303;
  public static final int TLS_1_3 = 0x0304;

  /// Every version there ever was, the oldest first.
  public static final List<Integer> VERSIONS =
      List.of(SSL_2, SSL_3, TLS_1_0, TLS_1_1, TLS_1_2, TLS_1_3);

  public TlsPosture {
    versions = List.copyOf(versions);
    suites = List.copyOf(suites);
    groups = List.copyOf(groups);
    chains = List.copyOf(chains);
    keys = List.copyOf(keys);
    tickets = List.copyOf(tickets);
    behaviours = List.copyOf(behaviours);
    oddities = List.copyOf(oddities);
  }

  /// What came of offering one version and no other.
  public record VersionTried(int version, Trial trial) {}

  /// Who decides which of the things that both sides know is taken.
  public enum Order {
    /// The server: the list is in its order, the one that it likes best first.
    SERVER,
    /// The client: the list is in no order of the server's.
    CLIENT,
    /// There is no choice: it knows one only.
    ONE,
    /// It could not be found out.
    UNKNOWN
  }

  /// The cipher suites of a version.
  ///
  /// @param codes as IANA lists them, for SSL 2.0 of three octets; in the server's order if it has
  ///     one
  /// @param missing what cut the list short; none when it is complete
  public record Suites(int version, List<Integer> codes, Order order, @Nullable Obstacle missing) {
    public Suites {
      codes = List.copyOf(codes);
    }
  }

  /// The groups that keys are agreed in.
  ///
  /// @param version TLS 1.3, or TLS 1.2 for all versions before it
  /// @param codes as IANA lists them
  /// @param missing what cut the list short; none when it is complete
  public record Groups(int version, List<Integer> codes, Order order, @Nullable Obstacle missing) {
    public Groups {
      codes = List.copyOf(codes);
    }
  }

  /// A chain of certificates as it was sent, the leaf first.
  ///
  /// @param serverName the name that was asked for in SNI (RFC 6066 §3); none when none was
  /// @param version the version in which it was shown
  /// @param suite the cipher suite in which it was shown
  /// @param scheme the scheme of the signature that proves the key (RFC 8446 §4.2.3); none when
  ///     none was seen
  /// @param ocsp the OCSPResponse stapled to the leaf (RFC 6066 §8), DER; none when none was
  /// @param scts the SignedCertificateTimestampList of the TLS extension (RFC 6962 §3.3); none when
  ///     there was none
  public record Shown(
      @Nullable String serverName,
      int version,
      int suite,
      @Nullable Integer scheme,
      List<Part> chain,
      @Nullable Part ocsp,
      @Nullable Part scts) {
    public Shown {
      chain = List.copyOf(chain);
    }
  }

  /// What was sent to agree on a key.
  ///
  /// @param version in which it was first sent
  /// @param suite in which it was first sent
  /// @param group the named group; none for a prime of the server's own (RFC 5246 §7.4.3)
  /// @param prime of Diffie-Hellman, unsigned; none for an elliptic curve
  /// @param generator of Diffie-Hellman, unsigned; none for an elliptic curve
  /// @param times how often a public value was sent in this group or with this prime
  /// @param repeated how often it was one that had been sent before
  public record KeyShown(
      int version,
      int suite,
      @Nullable Integer group,
      @Nullable Part prime,
      @Nullable Part generator,
      int times,
      int repeated) {}

  /// A session ticket.
  ///
  /// @param lifetimeSeconds the lifetime that it hints at (RFC 5077 §3.3) or sets (RFC 8446
  ///     §4.6.1)
  /// @param earlyData octets of early data that it allows (RFC 8446 §4.2.10); 0 for none
  public record Ticket(int version, long lifetimeSeconds, long earlyData) {}

  /// Things to try out. Of each, it is said what it means that the server takes it up.
  public enum Behaviour {
    /// A hello without a server name is answered with a certificate.
    NO_SERVER_NAME,
    /// A warning (RFC 6066 §3) comes before the answer to the name asked for.
    SERVER_NAME_WARNING,
    /// HTTP/2 is chosen by ALPN (RFC 7301).
    ALPN_H2,
    /// HTTP/1.1 is chosen by ALPN when HTTP/2 is not offered.
    ALPN_HTTP_1_1,
    /// A session is resumed by its id (RFC 5246 §7.3).
    RESUMPTION_ID,
    /// A session of TLS 1.2 or before is resumed by its ticket (RFC 5077).
    RESUMPTION_TICKET,
    /// A session of TLS 1.3 is resumed by a pre-shared key (RFC 8446 §2.2).
    RESUMPTION_PSK,
    /// Secure renegotiation is supported (RFC 5746).
    SECURE_RENEGOTIATION,
    /// A renegotiation that the client began was carried on.
    CLIENT_RENEGOTIATION,
    /// Compression is agreed on (RFC 3749).
    COMPRESSION,
    /// A fallback to TLS 1.2 is turned away when TLS 1.3 is spoken (RFC 7507).
    FALLBACK_SCSV,
    /// Extended master secret (RFC 7627).
    EXTENDED_MASTER_SECRET,
    /// Encrypt-then-MAC (RFC 7366).
    ENCRYPT_THEN_MAC,
    /// The heartbeat extension (RFC 6520).
    HEARTBEAT,
    /// A certificate of the client is asked for.
    CLIENT_CERTIFICATE_REQUESTED,
    /// A handshake without a certificate of the client is refused.
    CLIENT_CERTIFICATE_REQUIRED,
    /// A hello that offers TLS 1.3 is answered.
    TOLERATES_TLS_1_3_HELLO,
    /// A hello of more than 511 octets is answered.
    TOLERATES_LARGE_HELLO,
    /// A hello of more than 64 cipher suites is answered.
    TOLERATES_MANY_SUITES,
    /// A hello with extensions that nobody knows (RFC 8701) is answered.
    TOLERATES_UNKNOWN_EXTENSIONS,
    /// A hello with a server name is answered.
    TOLERATES_SERVER_NAME,
    /// Memory leaks by heartbeats (CVE-2014-0160).
    HEARTBLEED,
    /// An early ChangeCipherSpec is let through (CVE-2014-0224).
    CCS_INJECTION,
    /// Answers tell whether RSA padding was right (RFC 5246 §7.4.7.1, CVE-2017-13099 and others).
    ROBOT,
    /// Memory leaks by session ids (CVE-2016-9244).
    TICKETBLEED
  }

  /// What came of trying something out.
  public record Tried(Behaviour behaviour, Trial trial) {}

  /// An answer that follows no offer.
  ///
  /// @param kind what it chose
  /// @param offered what it could choose from, in words
  /// @param answered what it chose instead, in words
  public record Oddity(Kind kind, String offered, String answered) {
    /// What a server can choose.
    public enum Kind {
      VERSION,
      SUITE,
      GROUP,
      OTHER
    }
  }

  /// What it took.
  ///
  /// @param connections how many were opened
  /// @param octets how many came in
  public record Effort(int connections, long octets, long millis) {}

  /// What came of a version.
  public Trial version(int version) {
    return versions.stream()
        .filter(tried -> tried.version() == version)
        .map(VersionTried::trial)
        .findFirst()
        .orElseGet(TlsPosture::untried);
  }

  /// Whether it speaks a version, as far as was seen.
  public boolean speaks(int version) {
    return version(version) instanceof Trial.TakenUp;
  }

  /// The cipher suites of a version; none if it is not known to speak it.
  public Optional<Suites> suites(int version) {
    return suites.stream().filter(list -> list.version() == version).findFirst();
  }

  /// The groups of TLS 1.3, or of all versions before it.
  public Optional<Groups> groups(int version) {
    return groups.stream().filter(list -> list.version() == version).findFirst();
  }

  /// What came of trying something out.
  public Trial behaviour(Behaviour behaviour) {
    return behaviours.stream()
        .filter(tried -> tried.behaviour() == behaviour)
        .map(Tried::trial)
        .findFirst()
        .orElseGet(TlsPosture::untried);
  }

  private static Trial untried() {
    return new Undecided(new Obstacle(Obstacle.Kind.SCANNER_FAULT, "nobody tried"));
  }

  /// The same without what differs at every look.
  public TlsPosture steady() {
    return new TlsPosture(
        versions.stream().map(t -> new VersionTried(t.version(), t.trial().steady())).toList(),
        suites.stream()
            .map(s -> new Suites(s.version(), s.codes(), s.order(), steady(s.missing())))
            .toList(),
        groups.stream()
            .map(g -> new Groups(g.version(), g.codes(), g.order(), steady(g.missing())))
            .toList(),
        chains.stream()
            .map(
                shown ->
                    new Shown(
                        shown.serverName(),
                        shown.version(),
                        shown.suite(),
                        shown.scheme(),
                        shown.chain(),
                        null,
                        shown.scts()))
            .toList(),
        keys.stream()
            .map(
                k ->
                    new KeyShown(k.version(), k.suite(), k.group(), k.prime(), k.generator(), 0, 0))
            .toList(),
        tickets,
        behaviours.stream().map(t -> new Tried(t.behaviour(), t.trial().steady())).toList(),
        oddities,
        new Effort(0, 0, 0));
  }

  private static @Nullable Obstacle steady(@Nullable Obstacle obstacle) {
    return obstacle == null ? null : new Obstacle(obstacle.kind());
  }
}
