package uk.nhs.estate.probe.net;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the scanner behaves on the network: what an operator sets in `scanner-config/scanner.yml`.
///
/// @param userAgent what we call ourselves, with an address to complain to
/// @param resolvers addresses of resolving name servers, with a port if it is not 53; none for the
///     machine's own
/// @param allowedNetworks special-purpose networks in CIDR form that may be connected to all the
///     same
/// @param forbiddenNetworks networks in CIDR form that must not be connected to, besides the
///     special-purpose ones
/// @param httpPort the port for HTTP, 80 but in a laboratory
/// @param httpsPort the port for HTTPS, 443 but in a laboratory
/// @param smtpPort the port for mail between servers, 25 but in a laboratory
/// @param smtpHelo what we call ourselves to mail servers (RFC 5321 §4.1.1.1); none for the address
///     that they see us at
/// @param trustStore a PEM file of trusted root certificates; none for the Java platform's own
public record ScannerSettings(
    String userAgent,
    List<String> resolvers,
    List<String> allowedNetworks,
    List<String> forbiddenNetworks,
    int httpPort,
    int httpsPort,
    int smtpPort,
    @Nullable String smtpHelo,
    @Nullable String trustStore,
    Limits limits,
    Politeness politeness,
    Dns dns,
    Web web) {

  public ScannerSettings {
    resolvers = List.copyOf(resolvers);
    allowedNetworks = List.copyOf(allowedNetworks);
    forbiddenNetworks = List.copyOf(forbiddenNetworks);
  }

  /// The same scanner in a laboratory: with its resolvers, networks, ports, trusted roots and
  /// name servers.
  public ScannerSettings aimedAt(
      List<String> resolvers,
      List<String> allowedNetworks,
      int httpPort,
      int httpsPort,
      int smtpPort,
      @Nullable String trustStore,
      Dns dns) {
    return new ScannerSettings(
        userAgent,
        resolvers,
        allowedNetworks,
        forbiddenNetworks,
        httpPort,
        httpsPort,
        smtpPort,
        smtpHelo,
        trustStore,
        limits,
        politeness,
        dns,
        web);
  }

  /// The same scanner that goes another way at websites.
  public ScannerSettings with(Web otherWeb) {
    return new ScannerSettings(
        userAgent,
        resolvers,
        allowedNetworks,
        forbiddenNetworks,
        httpPort,
        httpsPort,
        smtpPort,
        smtpHelo,
        trustStore,
        limits,
        politeness,
        dns,
        otherWeb);
  }

  /// How long, how large and how many at the most.
  ///
  /// @param dnsTry one question to one resolver
  /// @param dnsTries how often a question is asked
  /// @param connect one TCP connection
  /// @param handshake one TLS handshake, the connection not counted
  /// @param visit one visit with all its redirects
  /// @param hops answers on one visit
  /// @param headerBytes the header of one answer
  /// @param bodyBytes the body of `security.txt`
  /// @param addresses addresses tried of one name
  public record Limits(
      Duration dnsTry,
      int dnsTries,
      Duration connect,
      Duration handshake,
      Duration visit,
      int hops,
      int headerBytes,
      int bodyBytes,
      int addresses) {}

  /// How gently.
  ///
  /// @param connectionsPerAddress connections in flight to one address
  /// @param pauseBetweenConnections the least time between two new connections to one address
  /// @param questionsInFlight DNS questions in flight to the resolvers
  public record Politeness(
      int connectionsPerAddress, Duration pauseBetweenConnections, int questionsInFlight) {}

  /// How far a look at a website goes.
  ///
  /// @param pageBytes the most of a page that is read, after it was decompressed
  /// @param crawlPages how many pages besides the first are visited; 0 for none
  /// @param crawlLevels how many links away from the first
  /// @param crawlPause between two pages of one site
  public record Web(int pageBytes, int crawlPages, int crawlLevels, Duration crawlPause) {

    /// The same way with another pause.
    public Web paced(Duration pause) {
      return new Web(pageBytes, crawlPages, crawlLevels, pause);
    }
  }

  /// How name servers are asked directly.
  ///
  /// @param port of every authoritative name server, 53 but in a laboratory
  /// @param rootHints the root servers and their addresses, as in a zone file (RFC 1035 §5); empty
  ///     when only the resolvers are to be asked
  /// @param trustAnchor DS or DNSKEY records of the root, as in a zone file; empty when nothing is
  ///     to be validated
  /// @param resolversValidate whether the resolvers are trusted to validate; none for just those on
  ///     this machine
  /// @param tries how long to wait for an answer the first, second, … time a question is asked
  /// @param domain how long all the questions about one domain may take, our own queues not counted
  /// @param questionsPerSecond questions to one address in any second
  /// @param questionsInFlight questions to one address at once
  public record Dns(
      int port,
      String rootHints,
      String trustAnchor,
      @Nullable Boolean resolversValidate,
      List<Duration> tries,
      Duration domain,
      int questionsPerSecond,
      int questionsInFlight) {

    public Dns {
      tries = List.copyOf(tries);
    }

    /// The same questions, so many a second and at once to one address.
    public Dns paced(int perSecond, int atOnce) {
      return new Dns(
          port, rootHints, trustAnchor, resolversValidate, tries, domain, perSecond, atOnce);
    }

    /// The same questions to a private world of name servers.
    public Dns aimedAt(int ownPort, String ownRootHints, String ownTrustAnchor) {
      return new Dns(
          ownPort,
          ownRootHints,
          ownTrustAnchor,
          resolversValidate,
          tries,
          domain,
          questionsPerSecond,
          questionsInFlight);
    }
  }
}
