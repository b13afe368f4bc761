package uk.nhs.estate.observation;

/// Where a connection was made to.
///
/// @param address an IPv4 or IPv6 address as text
public record Endpoint(String address, int port) {
  @Override
  public String toString() {
    return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
  }
}
