package uk.nhs.estate.probe.net;

import java.net.InetAddress;
import java.util.Arrays;
import uk.nhs.estate.register.Refusal;

/// A network in CIDR form, such as `10.0.0.0/8` or `fc00::/7` (RFC 4632 §3.1, RFC 4291 §2.3).
final class Network {
  private final byte[] prefix;
  private final int length;

  private Network(byte[] prefix, int length) {
    this.prefix = prefix;
    this.length = length;
  }

  /// A network of our own lists.
  static Network of(String text) {
    return parse("network", text);
  }

  /// Reads what an operator wrote.
  ///
  /// @param field the name of the setting, for the refusal
  /// @throws Refusal if the text is no network, with the one that was probably meant
  static Network parse(String field, String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw refusal(
          field,
          text,
          "has no length: write a network as in 10.0.0.0/8, one address as in 10.0.0.1/32");
    }
    var prefix =
        AddressText.parse(text.substring(0, slash))
            .map(InetAddress::getAddress)
            .orElseThrow(() -> refusal(field, text, "does not begin with an IPv4 or IPv6 address"));
    if (prefix.length == 4 && text.indexOf(':') >= 0) {
      throw refusal(field, text, "is IPv4 written as IPv6: write it as IPv4");
    }
    int length = length(field, text, slash + 1, prefix.length * 8);
    var network = new Network(masked(prefix, length), length);
    if (!Arrays.equals(prefix, network.prefix)) {
      throw refusal(field, text, "has bits beyond its length: " + network + " is meant, perhaps");
    }
    return network;
  }

  private static int length(String field, String text, int start, int most) {
    var digits = text.substring(start);
    if (!digits.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(digits) > most) {
      throw refusal(field, text, "needs a length from 0 to " + most + " after the slash");
    }
    return Integer.parseInt(digits);
  }

  private static byte[] masked(byte[] address, int length) {
    var masked = new byte[address.length];
    for (int bit = 0; bit < length; bit++) {
      masked[bit / 8] |= (byte) (address[bit / 8] & (0x80 >> bit % 8));
    }
    return masked;
  }

  /// Whether an address, as 4 or 16 octets, is in this network.
  boolean holds(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    int whole = length / 8;
    for (int at = 0; at < whole; at++) {
      if (address[at] != prefix[at]) {
        return false;
      }
    }
    int rest = length % 8;
    return rest == 0 || ((address[whole] ^ prefix[whole]) & 0xff) >> (8 - rest) == 0;
  }

  @Override
  public String toString() {
    return AddressText.of(prefix) + "/" + length;
  }

  private static Refusal refusal(String field, String text, String why) {
    return new Refusal(field, Refusal.quote(text) + " " + why + ".");
  }
}
