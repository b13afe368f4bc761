package uk.nhs.estate.probe.tls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.probe.net.TooLarge;

/// The two messages of SSL 2.0 that say what a server speaks: the client's hello (RFC 5246 §E.2)
/// and the server's, which names all suites that both sides know.
final class Ssl2 {
  /// All there ever were, of three octets.
  static final List<Integer> SUITES =
      List.of(0x010080, 0x020080, 0x030080, 0x040080, 0x050080, 0x060040, 0x0700c0, 0x080080);

  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_HELLO = 4;
  private static final int CHALLENGE_OCTETS = 16;

  private Ssl2() {}

  /// @param certificate DER
  /// @param suites those that both sides know
  record Hello(int version, byte[] certificate, List<Integer> suites) {
    Hello {
      suites = List.copyOf(suites);
    }
  }

  static byte[] clientHello(List<Integer> suites) {
    var specs = new OctetWriter();
    suites.forEach(specs::u24);
    var body =
        new OctetWriter()
            .u8(CLIENT_HELLO)
            .u16(TlsPosture.SSL_2)
            .u16(specs.written().length)
            .u16(0)
            .u16(CHALLENGE_OCTETS)
            .octets(specs.written())
            .octets(ClientHello.randomOctets(CHALLENGE_OCTETS))
            .written();
    return new OctetWriter().u16(0x8000 | body.length).octets(body).written();
  }

  /// Reads the server's hello. Its record may have a header of two octets or, with padding, of
  /// three.
  ///
  /// @throws NotRecords when it is something else
  static Hello read(InputStream in, int most) throws IOException {
    var header = in.readNBytes(3);
    if (header.length == 0) {
      throw new EOFException("it hung up");
    }
    if (header.length < 3) {
      throw new NotRecords(header);
    }
    boolean padded = (header[0] & 0x80) == 0;
    int length = (header[0] & (padded ? 0x3f : 0x7f)) << 8 | header[1] & 0xff;
    // after the two octets of an unpadded header comes the type of the message already
    int type = padded ? in.read() : header[2];
    if (type != SERVER_HELLO) {
      throw new NotRecords(header);
    }
    if (length > most) {
      throw new TooLarge(most);
    }
    var body = in.readNBytes(length - 1);
    if (body.length < length - 1) {
      throw new EOFException("within a record");
    }
    return hello(new OctetReader(body));
  }

  private static Hello hello(OctetReader in) throws Malformed {
    in.take(2); // whether a session is resumed, and the type of the certificate
    int version = in.u16();
    int certificate = in.u16();
    int suites = in.u16();
    int connection = in.u16();
    var der = in.take(certificate);
    if (suites % 3 != 0) {
      throw new Malformed("%d octets of suites".formatted(suites));
    }
    var all = new ArrayList<Integer>();
    for (int at = 0; at < suites; at += 3) {
      all.add(in.u24());
    }
    in.take(connection);
    return new Hello(version, der, all);
  }
}
