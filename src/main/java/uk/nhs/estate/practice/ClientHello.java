package uk.nhs.estate.practice;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Reads from a TLS ClientHello the name it asks for, so that a site can be chosen before the
/// handshake.
final class ClientHello {

  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_NAME = 0;
  private static final int HOST_NAME = 0;

  private ClientHello() {}

  /// The server name (RFC 6066 §3) of a handshake message (RFC 8446 §4.1.2), if it has a readable
  /// one.
  static Optional<String> serverName(byte[] message) {
    try {
      var in = ByteBuffer.wrap(message);
      if (in.get() != CLIENT_HELLO) {
        return Optional.empty();
      }
      var hello = take(in, ((in.get() & 0xff) << 16) | (in.getShort() & 0xffff));
      take(hello, 2 + 32); // version, random
      take(hello, hello.get() & 0xff); // session id
      take(hello, hello.getShort() & 0xffff); // cipher suites
      take(hello, hello.get() & 0xff); // compression methods
      var extensions = take(hello, hello.getShort() & 0xffff);
      while (extensions.hasRemaining()) {
        int type = extensions.getShort() & 0xffff;
        var body = take(extensions, extensions.getShort() & 0xffff);
        if (type == SERVER_NAME) {
          return hostName(take(body, body.getShort() & 0xffff));
        }
      }
      return Optional.empty();
    } catch (BufferUnderflowException _) {
      return Optional.empty(); // a length says more than there is
    }
  }

  private static Optional<String> hostName(ByteBuffer list) {
    while (list.hasRemaining()) {
      int type = list.get();
      var name = take(list, list.getShort() & 0xffff);
      if (type == HOST_NAME) {
        return Optional.of(
            StandardCharsets.ISO_8859_1.decode(name).toString().toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  private static ByteBuffer take(ByteBuffer from, int length) {
    if (length > from.remaining()) {
      throw new BufferUnderflowException();
    }
    var taken = from.slice(from.position(), length);
    from.position(from.position() + length);
    return taken;
  }
}
