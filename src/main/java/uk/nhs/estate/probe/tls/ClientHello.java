package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.probe.tls.Extension.KeyShare;

/// What a client says first (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2), with whatever it likes in it.
///
/// @param version the highest that is meant, or TLS 1.2 when an extension names them
/// @param suites in the client's order
/// @param compressions RFC 3749; 0 is none
/// @param extensions in this order; none at all in an old hello
record ClientHello(
    int version,
    byte[] random,
    byte[] sessionId,
    List<Integer> suites,
    List<Integer> compressions,
    List<Extension> extensions) {

  static final int MESSAGE = 1;

  /// Not a suite: the version was lowered after a failure (RFC 7507 §3).
  static final int FALLBACK_SCSV = 0x5600;

  /// Not a suite: stands for an empty `renegotiation_info` (RFC 5746 §3.3).
  static final int RENEGOTIATION_SCSV = 0x00ff;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_OCTETS = 32;
  private static final int LARGEST_FRAGMENT = 1 << 14;

  ClientHello {
    random = random.clone();
    sessionId = sessionId.clone();
    suites = List.copyOf(suites);
    compressions = List.copyOf(compressions);
    extensions = List.copyOf(extensions);
  }

  /// One without a session, compression or extensions.
  static ClientHello of(int version, List<Integer> suites) {
    return new ClientHello(
        version, randomOctets(RANDOM_OCTETS), new byte[0], suites, List.of(0), List.of());
  }

  static byte[] randomOctets(int count) {
    var octets = new byte[count];
    RANDOM.nextBytes(octets);
    return octets;
  }

  ClientHello version(int version) {
    return new ClientHello(version, random, sessionId, suites, compressions, extensions);
  }

  ClientHello random(byte[] random) {
    return new ClientHello(version, random, sessionId, suites, compressions, extensions);
  }

  ClientHello sessionId(byte[] sessionId) {
    return new ClientHello(version, random, sessionId, suites, compressions, extensions);
  }

  ClientHello suites(List<Integer> suites) {
    return new ClientHello(version, random, sessionId, suites, compressions, extensions);
  }

  ClientHello compressions(List<Integer> compressions) {
    return new ClientHello(version, random, sessionId, suites, compressions, extensions);
  }

  /// The same with an extension: in the place of the one of its type, else at the end.
  ClientHello with(Extension extension) {
    boolean known = extension(extension.type()).isPresent();
    return extensions(
        known
            ? extensions.stream()
                .map(its -> its.type() == extension.type() ? extension : its)
                .toList()
            : Stream.concat(extensions.stream(), Stream.of(extension)).toList());
  }

  ClientHello without(int extensionType) {
    return extensions(extensions.stream().filter(its -> its.type() != extensionType).toList());
  }

  ClientHello extensions(List<Extension> extensions) {
    return new ClientHello(version, random, sessionId, suites, compressions, extensions);
  }

  ClientHello serverName(@Nullable String name) {
    return name == null ? without(Extension.SERVER_NAME) : with(Extension.serverName(name));
  }

  ClientHello versions(List<Integer> versions) {
    return with(Extension.versions(versions));
  }

  ClientHello groups(List<Integer> groups) {
    return with(Extension.groups(groups));
  }

  ClientHello keyShares(List<KeyShare> shares) {
    return with(Extension.keyShares(shares));
  }

  ClientHello schemes(List<Integer> schemes) {
    return with(Extension.schemes(schemes));
  }

  ClientHello alpn(List<String> protocols) {
    return with(Extension.alpn(protocols));
  }

  /// The same with a suite, a group and an extension that mean nothing, which a server must pass
  /// over (RFC 8701 §3.1).
  ClientHello greased() {
    var greased = suites(first(grease(random[0]), suites)).with(Extension.empty(grease(random[1])));
    return extension(Extension.GROUPS).isPresent()
        ? greased.groups(first(grease(random[2]), groups()))
        : greased;
  }

  /// One of the sixteen numbers of RFC 8701 §2.
  private static int grease(byte random) {
    int half = random & 0xf0 | 0x0a;
    return half << 8 | half;
  }

  static boolean isGrease(int number) {
    return number >> 8 == (number & 0xff) && (number & 0x0f) == 0x0a;
  }

  private static List<Integer> first(int one, List<Integer> others) {
    return Stream.concat(Stream.of(one), others.stream()).toList();
  }

  /// The same with so many octets as a message, if it was shorter.
  ClientHello paddedTo(int octets) {
    int lacking = octets - with(Extension.padding(0)).message().length;
    return lacking < 0 ? this : with(Extension.padding(lacking));
  }

  Optional<Extension> extension(int type) {
    return extensions.stream().filter(its -> its.type() == type).findFirst();
  }

  /// The versions offered by name; none when `version` is all that is said of them.
  List<Integer> versions() {
    return numbers(Extension.VERSIONS);
  }

  List<Integer> groups() {
    return numbers(Extension.GROUPS);
  }

  private List<Integer> numbers(int type) {
    try {
      var extension = extension(type);
      return extension.isPresent() ? extension.get().numbers() : List.of();
    } catch (Malformed e) {
      throw new IllegalStateException("we wrote it ourselves", e);
    }
  }

  /// As a handshake message (RFC 8446 §4).
  byte[] message() {
    var body =
        new OctetWriter()
            .u16(version)
            .octets(random)
            .vector8(sessionId)
            .vector16(new OctetWriter().all16(suites).written());
    var methods = new OctetWriter();
    compressions.forEach(methods::u8);
    body.vector8(methods.written());
    if (!extensions.isEmpty()) {
      var all = new OctetWriter();
      extensions.forEach(its -> all.u16(its.type()).vector16(its.content()));
      body.vector16(all.written());
    }
    return new OctetWriter().u8(MESSAGE).vector24(body.written()).written();
  }

  /// As records, in the version that the oldest servers let pass (RFC 8446 §5.1).
  byte[] octets() {
    var message = message();
    int recordVersion = version == SSL_3 ? SSL_3 : TLS_1_0;
    var records = new OctetWriter();
    for (int at = 0; at < message.length; at += LARGEST_FRAGMENT) {
      int end = Math.min(message.length, at + LARGEST_FRAGMENT);
      records
          .u8(Record.HANDSHAKE)
          .u16(recordVersion)
          .vector16(Arrays.copyOfRange(message, at, end));
    }
    return records.written();
  }
}
