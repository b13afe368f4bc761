package uk.nhs.estate.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Optional;

/// Hands out loopback addresses, one to each pretend host where the system answers on all of
/// 127.0.0.0/8, and the one address 127.0.0.1 to all of them where it does not (macOS).
final class Loopback {

  /// The address that every system has (RFC 5735 §3, RFC 6890 §2.2.2).
  static final InetAddress HOME = of(127, 0, 0, 1);

  private static final boolean WHOLE_NETWORK = canListenOn(of(127, 42, 0, 1));

  private final int second;
  private int given;

  /// Gives addresses in 127.`second`.0.0/16.
  Loopback(int second) {
    this.second = second;
  }

  synchronized InetAddress next() {
    if (!WHOLE_NETWORK) {
      return HOME;
    }
    given++;
    return of(127, second, given / 250, given % 250 + 1);
  }

  /// The address of one of many name servers, each in a /24 of its own.
  static InetAddress nameServer(int number) {
    return WHOLE_NETWORK ? of(127, 56 + number / 250, number % 250, 53) : HOME;
  }

  /// Says whether this system gives every host an address of its own.
  static boolean hasWholeNetwork() {
    return WHOLE_NETWORK;
  }

  /// Refuses any address that somebody else could reach.
  static InetSocketAddress only(InetAddress address, int port) {
    if (!address.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "the practice estate listens on loopback only, not on " + address.getHostAddress());
    }
    return new InetSocketAddress(address, port);
  }

  /// The one loopback address of IPv6 (RFC 4291 §2.5.3), on a system that has it.
  static Optional<InetAddress> ipv6() {
    var octets = new byte[16];
    octets[15] = 1;
    try {
      return Optional.of(InetAddress.getByAddress(octets)).filter(Loopback::canListenOn);
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e); // sixteen octets are always an address
    }
  }

  private static InetAddress of(int a, int b, int c, int d) {
    try {
      return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e); // four octets are always an address
    }
  }

  private static boolean canListenOn(InetAddress address) {
    try (var _ = new ServerSocket(0, 1, address)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
