package uk.nhs.estate.practice;

import java.net.InetAddress;
import java.util.List;
import org.xbill.DNS.Compression;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSInput;
import org.xbill.DNS.DNSOutput;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Tokenizer;
import org.xbill.DNS.Type;
import org.xbill.DNS.utils.base16;

/// Zones that are right by themselves and hard on whoever looks at them, and zones that are wrong
/// in one way.
public final class AwkwardZones {

  private AwkwardZones() {}

  /// Two name servers, a site, and nothing else to say: what the others are made from.
  public static PracticeZone sound(String domain, InetAddress first, InetAddress second) {
    return PracticeZone.of(
        domain,
        """
        @    SOA  ns1 hostmaster 1 7200 1800 1209600 60
        @    NS   ns1
        @    NS   ns2
        ns1  %1$s %2$s
        ns2  %3$s %4$s
        @    A    127.42.0.7
        www  A    127.42.0.7
        """
            .formatted(type(first), first.getHostAddress(), type(second), second.getHostAddress()));
  }

  private static String type(InetAddress address) {
    return address.getAddress().length == 4 ? "A" : "AAAA";
  }

  /// Two names that are each other's alias, at `round`.
  public static PracticeZone aliasLoop(PracticeZone zone) {
    return zone.with("round CNAME about\nabout CNAME round\n");
  }

  /// `alias1` leads to the site by so many aliases.
  public static PracticeZone aliasChain(PracticeZone zone, int length) {
    var lines = new StringBuilder();
    for (int i = 1; i < length; i++) {
      lines.append("alias%d CNAME alias%d%n".formatted(i, i + 1));
    }
    return zone.with(lines + "alias%d CNAME www%n".formatted(length));
  }

  /// So many name servers, all at one address.
  public static PracticeZone manyNameServers(String domain, int servers, InetAddress at) {
    var lines = new StringBuilder("@ SOA ns1 hostmaster 1 7200 1800 1209600 60\n");
    for (int i = 1; i <= servers; i++) {
      lines.append("@ NS ns%d%nns%d A %s%n".formatted(i, i, at.getHostAddress()));
    }
    return PracticeZone.of(domain, lines.toString());
  }

  /// A TXT record of four thousand octets at the apex.
  public static PracticeZone largeText(PracticeZone zone) {
    return zone.with("@ TXT" + (" \"" + "x".repeat(249) + "\"").repeat(16));
  }

  /// So many hosts beside the ordinary ones.
  public static PracticeZone manyRecords(PracticeZone zone, int hosts) {
    var lines = new StringBuilder();
    for (int i = 1; i <= hosts; i++) {
      lines.append("host%d A 127.42.%d.%d%n".formatted(i, i / 250 % 250, i % 250 + 1));
    }
    return zone.with(lines.toString());
  }

  /// An alias where the SOA and the name servers are, which RFC 1034 §3.6.2 forbids.
  public static PracticeZone aliasAtTheApex(PracticeZone zone) {
    return zone.without("@", Type.A).with("@ CNAME www");
  }

  public static PracticeZone wildcard(PracticeZone zone) {
    return zone.with("* A 127.42.0.9\n* TXT \"anything goes\"\n");
  }

  /// An alias, a mail server, a service and a further name server whose names are below a domain
  /// that nobody has.
  public static PracticeZone dangling(PracticeZone zone) {
    return zone.with(
        """
        shop       CNAME  ferry.given-up-hosting.test.
        @          MX     10 mail.given-up-hosting.test.
        _sip._tcp  SRV    0 0 5061 sip.given-up-hosting.test.
        @          NS     ns.given-up-hosting.test.
        """);
  }

  /// Its second name server is an alias of the first (RFC 2181 §10.3 forbids it).
  public static PracticeZone nameServerIsAnAlias(PracticeZone zone) {
    return zone.without("ns2", Type.A).with("ns2 CNAME ns1");
  }

  /// What the registry is to say so that the second name server's address is another one.
  public static String otherGlue(PracticeZone zone, InetAddress other) {
    var lines = new StringBuilder();
    zone.nameServers()
        .lines()
        .map(
            line ->
                line.startsWith("ns2.") ? line.replaceFirst("\\S+$", other.getHostAddress()) : line)
        .forEach(line -> lines.append(line).append('\n'));
    return lines + zone.delegationSigner();
  }

  /// What the registry is to say so that nobody can find the domain's own name servers.
  public static String noGlue(PracticeZone zone) {
    var lines = new StringBuilder();
    zone.nameServers()
        .lines()
        .filter(line -> !line.startsWith("ns"))
        .forEach(line -> lines.append(line).append('\n'));
    return lines + zone.delegationSigner();
  }

  /// Addresses that mean nothing to the public (RFC 6890).
  public static PracticeZone privateAddresses(PracticeZone zone) {
    return zone.with(
        """
        intranet  A     10.1.2.3
        printer   A     192.168.7.8
        test      A     192.0.2.9
        ula       AAAA  fd00::17
        """);
  }

  /// HTTPS records (RFC 9460): a good one at the apex and at `www`, and at the others one that is
  /// its own alias, and one whose target is not there.
  public static PracticeZone serviceBindings(PracticeZone zone) {
    return zone.with(
        """
        @         HTTPS  0 www
        www       HTTPS  1 . alpn=h2 ipv4hint=127.42.0.7
        itself    HTTPS  0 itself
        nowhere   HTTPS  1 nobody alpn=h2
        """);
  }

  /// An HTTPS record that calls a key mandatory which it has not got (`1 . mandatory=port alpn=h2`,
  /// RFC 9460 §8): a DNS library may refuse the whole message for it.
  public static PracticeZone malformedServiceBinding(PracticeZone zone) {
    var octets = base16.fromString("00010000000002000300010003026832");
    var name = PracticeZone.name("www." + zone.domain());
    return zone.with(List.of(new RawRecord(name, Type.HTTPS, octets)));
  }

  /// A record that no library has looked at.
  private static final class RawRecord extends Record {
    private final transient byte[] octets;

    RawRecord(Name name, int type, byte[] octets) {
      super(name, type, DClass.IN, 300);
      this.octets = octets;
    }

    @Override
    protected void rrFromWire(DNSInput in) {
      throw new UnsupportedOperationException("only written");
    }

    @Override
    protected String rrToString() {
      return unknownToString(octets);
    }

    @Override
    protected void rdataFromString(Tokenizer st, Name origin) {
      throw new UnsupportedOperationException("only written");
    }

    @Override
    protected void rrToWire(DNSOutput out, Compression c, boolean canonical) {
      out.writeByteArray(octets);
    }
  }
}
