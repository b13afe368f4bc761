package uk.nhs.estate.probe.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// What servers say, in octets.
final class ServerWords {
  private ServerWords() {}

  static byte[] all(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] record(int type, byte[] fragment) {
    return new OctetWriter().u8(type).u16(0x0303).vector16(fragment).written();
  }

  /// Handshake messages, all in one record.
  static byte[] handshake(byte[]... messages) {
    return record(Record.HANDSHAKE, all(messages));
  }

  static byte[] message(int type, byte[] body) {
    return new Message.Handshake(type, body).octets();
  }

  static byte[] hello(int version, int suite, Extension... extensions) {
    return hello(version, new byte[32], suite, extensions);
  }

  static byte[] retry(int suite, int group) {
    var random =
        HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");
    return hello(
        0x0303,
        random,
        suite,
        new Extension(Extension.VERSIONS, new byte[] {3, 4}),
        new Extension(Extension.KEY_SHARE, new OctetWriter().u16(group).written()));
  }

  private static byte[] hello(int version, byte[] random, int suite, Extension... extensions) {
    var all = new OctetWriter();
    for (var extension : extensions) {
      all.u16(extension.type()).vector16(extension.content());
    }
    var body = new OctetWriter().u16(version).octets(random).u8(0).u16(suite).u8(0);
    if (extensions.length > 0) {
      body.vector16(all.written());
    }
    return message(Message.Handshake.SERVER_HELLO, body.written());
  }

  static byte[] certificate(byte[]... chain) {
    var entries = new OctetWriter();
    List.of(chain).forEach(entries::vector24);
    return message(
        Message.Handshake.CERTIFICATE, new OctetWriter().vector24(entries.written()).written());
  }

  static byte[] point(int group, byte[] point, int scheme) {
    return message(
        Message.Handshake.SERVER_KEY_EXCHANGE,
        new OctetWriter()
            .u8(3)
            .u16(group)
            .vector8(point)
            .u16(scheme)
            .vector16(new byte[64])
            .written());
  }

  static byte[] prime(byte[] prime, byte[] generator, byte[] publicValue, int scheme) {
    return message(
        Message.Handshake.SERVER_KEY_EXCHANGE,
        new OctetWriter()
            .vector16(prime)
            .vector16(generator)
            .vector16(publicValue)
            .u16(scheme)
            .vector16(new byte[64])
            .written());
  }

  static byte[] status(byte[] response) {
    return message(
        Message.Handshake.CERTIFICATE_STATUS, new OctetWriter().u8(1).vector24(response).written());
  }

  static byte[] request() {
    return message(
        Message.Handshake.CERTIFICATE_REQUEST,
        new OctetWriter().vector8(new byte[] {1}).vector16(new byte[] {4, 1}).u16(0).written());
  }

  static byte[] done() {
    return message(Message.Handshake.SERVER_HELLO_DONE, new byte[0]);
  }

  static byte[] alert(int level, int description) {
    return record(Record.ALERT, new byte[] {(byte) level, (byte) description});
  }

  /// The same handshake octets in records of so many.
  static byte[] fragmented(byte[] handshake, int size) {
    var out = new ByteArrayOutputStream();
    for (int at = 0; at < handshake.length; at += size) {
      int end = Math.min(handshake.length, at + size);
      out.writeBytes(record(Record.HANDSHAKE, Arrays.copyOfRange(handshake, at, end)));
    }
    return out.toByteArray();
  }

  /// A stream that hands over so many octets at a time, as the network may.
  static InputStream inSegments(byte[] octets, int size) {
    return new ByteArrayInputStream(octets) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, size));
      }
    };
  }
}
