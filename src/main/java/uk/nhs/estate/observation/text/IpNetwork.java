package uk.nhs.estate.observation.text;

import java.util.Optional;

/// A range of addresses that begin with the same bits (RFC 4632 §3.1, RFC 4291 §2.3).
///
/// @param start its first address: all bits after the prefix are zero
/// @param length how many bits the prefix has
public record IpNetwork(IpAddress start, int length) {

  /// The network of that size which holds an address, whatever bits it has after the prefix
  /// (RFC 7208 §5.6).
  public static IpNetwork around(IpAddress address, int length) {
    return new IpNetwork(address.cut(length), length);
  }

  /// Reads an address with a length behind a slash; without one it is the address alone.
  public static Optional<IpNetwork> parse(String text) {
    int slash = text.indexOf('/');
    var address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    return address.flatMap(
        start -> {
          int length = slash < 0 ? start.bits() : length(text.substring(slash + 1));
          return length < 0 || length > start.bits()
              ? Optional.empty()
              : Optional.of(around(start, length));
        });
  }

  /// A decimal number of at most three digits, without leading zeros; -1 when it is none.
  static int length(String digits) {
    if (digits.isEmpty() || digits.length() > 3 || digits.length() > 1 && digits.startsWith("0")) {
      return -1;
    }
    return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : -1;
  }

  /// Whether an address is one of its own.
  public boolean holds(IpAddress address) {
    return address.isIpv6() == start.isIpv6() && address.cut(length).equals(start);
  }

  /// Whether all addresses of another network are its own.
  public boolean holds(IpNetwork other) {
    return length <= other.length && holds(other.start);
  }

  /// The address with its length, as it is written in an SPF record.
  @Override
  public String toString() {
    return start + "/" + length;
  }
}
