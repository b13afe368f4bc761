package uk.nhs.estate.probe.tls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/// An extension of a hello (RFC 8446 §4.2), as on the wire.
record Extension(int type, byte[] content) {
  static final int SERVER_NAME = 0;
  static final int STATUS_REQUEST = 5;
  static final int GROUPS = 10;
  static final int POINT_FORMATS = 11;
  static final int SCHEMES = 13;
  static final int HEARTBEAT = 15;
  static final int ALPN = 16;
  static final int SCTS = 18;
  static final int PADDING = 21;
  static final int ENCRYPT_THEN_MAC = 22;
  static final int EXTENDED_MASTER_SECRET = 23;
  static final int SESSION_TICKET = 35;
  static final int PRE_SHARED_KEY = 41;
  static final int EARLY_DATA = 42;
  static final int VERSIONS = 43;
  static final int COOKIE = 44;
  static final int PSK_MODES = 45;
  static final int KEY_SHARE = 51;
  static final int RENEGOTIATION = 0xff01;

  private static final int HOST_NAME = 0;
  private static final int OCSP = 1;

  /// A public key for one group (RFC 8446 §4.2.8).
  record KeyShare(int group, byte[] key) {}

  static Extension empty(int type) {
    return new Extension(type, new byte[0]);
  }

  /// The name of the server (RFC 6066 §3).
  static Extension serverName(String name) {
    var entry =
        new OctetWriter()
            .u8(HOST_NAME)
            .vector16(name.getBytes(StandardCharsets.US_ASCII))
            .written();
    return new Extension(SERVER_NAME, new OctetWriter().vector16(entry).written());
  }

  /// A stapled OCSP response is wanted (RFC 6066 §8), whoever signed it.
  static Extension statusRequest() {
    return new Extension(STATUS_REQUEST, new OctetWriter().u8(OCSP).u16(0).u16(0).written());
  }

  /// Groups that keys may be agreed in (RFC 8446 §4.2.7).
  static Extension groups(List<Integer> groups) {
    return numbers(GROUPS, groups);
  }

  /// Points are taken uncompressed only (RFC 8422 §5.1.2).
  static Extension pointFormats() {
    return new Extension(POINT_FORMATS, new byte[] {1, 0});
  }

  /// Signature schemes (RFC 8446 §4.2.3).
  static Extension schemes(List<Integer> schemes) {
    return numbers(SCHEMES, schemes);
  }

  /// Both sides may send heartbeats (RFC 6520 §2).
  static Extension heartbeat() {
    return new Extension(HEARTBEAT, new byte[] {1});
  }

  /// Protocols to be spoken over TLS (RFC 7301 §3.1).
  static Extension alpn(List<String> protocols) {
    var names = new OctetWriter();
    protocols.forEach(name -> names.vector8(name.getBytes(StandardCharsets.US_ASCII)));
    return new Extension(ALPN, new OctetWriter().vector16(names.written()).written());
  }

  /// Versions, of which the server takes one (RFC 8446 §4.2.1).
  static Extension versions(List<Integer> versions) {
    var numbers = new OctetWriter().all16(versions).written();
    return new Extension(VERSIONS, new OctetWriter().vector8(numbers).written());
  }

  /// Keys for some of the groups; with none, the server must name the one it wants (RFC 8446
  /// §4.1.1).
  static Extension keyShares(List<KeyShare> shares) {
    var entries = new OctetWriter();
    shares.forEach(share -> entries.u16(share.group()).vector16(share.key()));
    return new Extension(KEY_SHARE, new OctetWriter().vector16(entries.written()).written());
  }

  /// A pre-shared key is used together with a fresh key exchange only (RFC 8446 §4.2.9).
  static Extension pskModes() {
    return new Extension(PSK_MODES, new byte[] {1, 1});
  }

  /// A ticket of TLS 1.2 or before; an empty one asks for one (RFC 5077 §3.2).
  static Extension sessionTicket(byte[] ticket) {
    return new Extension(SESSION_TICKET, ticket.clone());
  }

  /// Renegotiation is secure (RFC 5746 §3.2); at first, with nothing to verify.
  static Extension renegotiation(byte[] verifyData) {
    return new Extension(RENEGOTIATION, new OctetWriter().vector8(verifyData).written());
  }

  /// Zeros to make a hello longer (RFC 7685 §3).
  static Extension padding(int octets) {
    return new Extension(PADDING, new byte[octets]);
  }

  private static Extension numbers(int type, List<Integer> numbers) {
    var octets = new OctetWriter().all16(numbers).written();
    return new Extension(type, new OctetWriter().vector16(octets).written());
  }

  /// The numbers in an extension that is a list of them.
  List<Integer> numbers() throws Malformed {
    var in = new OctetReader(content);
    var numbers = (type == VERSIONS ? new OctetReader(in.vector8()) : in.in16()).all16();
    in.end("extension " + type);
    return numbers;
  }

  /// Reads the extensions of a hello or a certificate, of which none may come twice (RFC 8446
  /// §4.2).
  static List<Extension> read(OctetReader in) throws Malformed {
    var all = new ArrayList<Extension>();
    var types = new HashSet<Integer>();
    while (!in.isAtEnd()) {
      var extension = new Extension(in.u16(), in.vector16());
      if (!types.add(extension.type)) {
        throw new Malformed("extension %d twice".formatted(extension.type));
      }
      all.add(extension);
    }
    return List.copyOf(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Extension its
        && type == its.type
        && Arrays.equals(content, its.content);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "Extension[" + type + ", " + HexFormat.of().formatHex(content) + "]";
  }
}
