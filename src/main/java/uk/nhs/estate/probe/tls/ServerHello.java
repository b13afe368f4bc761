package uk.nhs.estate.probe.tls;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a server chose (RFC 8446 §4.1.3, RFC 5246 §7.4.1.3), or what it wants to be asked for again
/// (RFC 8446 §4.1.4).
///
/// @param version as it says, which for TLS 1.3 is that of TLS 1.2
/// @param extensions none at all in an old one
record ServerHello(
    int version,
    byte[] random,
    byte[] sessionId,
    int suite,
    int compression,
    List<Extension> extensions) {

  private static final int RANDOM_OCTETS = 32;
  private static final int LONGEST_SESSION_ID = 32;

  /// The random octets that make it a HelloRetryRequest: SHA-256 of that word (RFC 8446 §4.1.3).
  private static final byte[] RETRY =
      HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

  ServerHello {
    extensions = List.copyOf(extensions);
  }

  static ServerHello read(byte[] body) throws Malformed {
    var in = new OctetReader(body);
    int version = in.u16();
    var random = in.take(RANDOM_OCTETS);
    var sessionId = in.vector8();
    if (sessionId.length > LONGEST_SESSION_ID) {
      throw new Malformed("a session id of %d octets".formatted(sessionId.length));
    }
    int suite = in.u16();
    int compression = in.u8();
    List<Extension> extensions = in.isAtEnd() ? List.of() : Extension.read(in.in16());
    in.end("ServerHello");
    var hello = new ServerHello(version, random, sessionId, suite, compression, extensions);
    hello.check();
    return hello;
  }

  /// Extensions are read here so that one that is malformed is none that was answered.
  private void check() throws Malformed {
    chosenVersion();
    group();
    protocol();
  }

  /// Whether it names what it wants in the next hello and chooses nothing else yet.
  boolean isRetry() {
    return Arrays.equals(random, RETRY);
  }

  Optional<Extension> extension(int type) {
    return extensions.stream().filter(its -> its.type() == type).findFirst();
  }

  boolean has(int extensionType) {
    return extension(extensionType).isPresent();
  }

  /// The version that is spoken from here on.
  int chosenVersion() throws Malformed {
    var extension = extension(Extension.VERSIONS);
    if (extension.isEmpty()) {
      return version;
    }
    var in = new OctetReader(extension.get().content());
    int chosen = in.u16();
    in.end("supported_versions");
    return chosen;
  }

  /// The group of TLS 1.3 that it chose, or asks for; none when it says nothing of one.
  @Nullable Integer group() throws Malformed {
    var extension = extension(Extension.KEY_SHARE);
    if (extension.isEmpty()) {
      return null;
    }
    var in = new OctetReader(extension.get().content());
    int group = in.u16();
    if (!isRetry()) {
      in.vector16();
    }
    in.end("key_share");
    return group;
  }

  /// Its public key in TLS 1.3; none when it sent none.
  byte @Nullable [] key() throws Malformed {
    var extension = extension(Extension.KEY_SHARE);
    if (extension.isEmpty() || isRetry()) {
      return null;
    }
    var in = new OctetReader(extension.get().content());
    in.u16();
    return in.vector16();
  }

  /// The protocol chosen by ALPN (RFC 7301 §3.1) in the clear; none when it chose none.
  @Nullable String protocol() throws Malformed {
    var extension = extension(Extension.ALPN);
    if (extension.isEmpty()) {
      return null;
    }
    var names = new OctetReader(extension.get().content()).in16();
    var name = new String(names.vector8(), StandardCharsets.ISO_8859_1);
    names.end("the protocol chosen");
    return name;
  }
}
