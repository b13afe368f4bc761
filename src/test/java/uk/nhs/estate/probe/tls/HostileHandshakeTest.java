package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import uk.nhs.estate.lab.LabIdentity;

/// Whatever a server sends, a handshake ends, and says so in one way.
class HostileHandshakeTest {
  private static final FullHandshake HANDSHAKE = new FullHandshake(new KeyHalves());
  private static final int ECDHE_ECDSA = 0xc02b;
  private static final int DHE_RSA = 0x009e;

  private static void ends(byte[] said) {
    assertThatThrownBy(
            () ->
                HANDSHAKE.on(
                    new ByteArrayInputStream(said),
                    OutputStream.nullOutputStream(),
                    Terms.of(TLS_1_2, LabIdentity.HOST, List.of())))
        .isInstanceOf(IOException.class);
  }

  private static byte[] record(byte[] octets) {
    return new OctetWriter().u8(Record.HANDSHAKE).u16(TLS_1_2).vector16(octets).written();
  }

  private static byte[] flight(int suite, byte[] keyExchange) {
    var hello =
        new OctetWriter().u16(TLS_1_2).octets(new byte[32]).u8(0).u16(suite).u8(0).written();
    return record(
        Octets.join(
            new Message.Handshake(Message.Handshake.SERVER_HELLO, hello).octets(),
            new Message.Handshake(Message.Handshake.SERVER_KEY_EXCHANGE, keyExchange).octets(),
            new Message.Handshake(Message.Handshake.SERVER_HELLO_DONE, new byte[0]).octets()));
  }

  private static byte[] curve(int group, byte[] point) {
    return new OctetWriter()
        .u8(3)
        .u16(group)
        .vector8(point)
        .u16(0x0403)
        .vector16(new byte[8])
        .written();
  }

  private static byte[] prime(BigInteger prime, BigInteger generator, BigInteger value) {
    return new OctetWriter()
        .vector16(prime.toByteArray())
        .vector16(generator.toByteArray())
        .vector16(value.toByteArray())
        .u16(0x0804)
        .vector16(new byte[8])
        .written();
  }

  @Property(tries = 200)
  void endsAtAnyOctets(@ForAll byte[] octets) {
    ends(octets);
  }

  @Property(tries = 200)
  void endsAtAnyMessages(@ForAll byte[] octets) {
    ends(record(octets));
  }

  @Property(tries = 100)
  void endsAtAnyKeyExchange(@ForAll byte[] octets) {
    ends(flight(ECDHE_ECDSA, octets));
    ends(flight(DHE_RSA, octets));
  }

  @Property(tries = 50)
  void endsAtAnyPoint(@ForAll byte[] octets, @ForAll @IntRange(min = 0, max = 300) int group) {
    ends(flight(ECDHE_ECDSA, curve(group, octets.length > 255 ? new byte[65] : octets)));
    ends(flight(ECDHE_ECDSA, curve(KeyHalves.SECP256R1, new byte[65])));
    ends(flight(ECDHE_ECDSA, curve(KeyHalves.X25519, new byte[32])));
  }

  @Example
  void endsAtPrimesThatAreNone() {
    for (var prime :
        List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            BigInteger.TWO.pow(1023),
            BigInteger.TWO.pow(2048).subtract(BigInteger.ONE),
            BigInteger.TWO.pow(20_000))) {
      ends(flight(DHE_RSA, prime(prime, BigInteger.ZERO, BigInteger.ZERO)));
      ends(flight(DHE_RSA, prime(prime, BigInteger.TWO, prime)));
    }
  }
}
