package uk.nhs.estate.practice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole pretend estate on loopback: a dozen organisations whose domains and sites are in every
/// state that the scanner can meet, so that a newcomer without a network sees it work.
///
/// All names are below `.test`, which belongs to nobody (RFC 6761 §6.2). What is wrong can be
/// [repaired][#repair] and [spoilt][#spoil] again while it runs.
public final class PracticeEstate implements Closeable {

  /// The networks that a scanner of this estate must be allowed to connect to.
  public static final List<String> NETWORKS = List.of("127.0.0.0/8");

  private final List<PracticeDomain> plan = PracticePlan.domains();
  private final List<InetAddress> nameServers;
  private final Sound sound;
  private final PracticeDns dns;
  private final PracticeWeb web;

  private PracticeEstate(
      Sound sound, List<InetAddress> nameServers, PracticeDns dns, PracticeWeb web) {
    this.sound = sound;
    this.nameServers = nameServers;
    this.dns = dns;
    this.web = web;
  }

  /// Starts all servers; certificates and files are dated as of now.
  public static PracticeEstate start(Instant now) throws IOException {
    var nameServers = List.of(new Loopback(53).next(), new Loopback(54).next());
    var web = PracticeWeb.start();
    try {
      var dns = PracticeDns.start(nameServers.toArray(InetAddress[]::new));
      var estate =
          new PracticeEstate(new Sound(PracticeCa.create(now), now), nameServers, dns, web);
      estate.open();
      return estate;
    } catch (IOException | RuntimeException e) {
      web.close();
      throw e;
    }
  }

  /// The pretend register.
  public List<PracticeEntry> entries() {
    return plan.stream().map(PracticeDomain::entry).toList();
  }

  /// The name server that the scanner is to ask.
  public InetSocketAddress resolver() {
    return dns.resolver();
  }

  /// The same as the scanner's settings write it: `address:port`.
  public String resolverText() {
    return resolver().getAddress().getHostAddress() + ":" + resolver().getPort();
  }

  /// The port that stands in for 80.
  public int httpPort() {
    return web.httpPort();
  }

  /// The port that stands in for 443.
  public int httpsPort() {
    return web.httpsPort();
  }

  /// The one certificate that the scanner is to trust.
  public X509Certificate root() {
    return sound.ca().root();
  }

  /// The same as text (RFC 7468 §5), for a trust store in a file.
  public String rootPem() {
    try {
      var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
      var octets = lines.encodeToString(root().getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + octets + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of ours cannot be written", e);
    }
  }

  /// The web servers, for a test that wants a site of its own making.
  public PracticeWeb web() {
    return web;
  }

  /// The name servers, for a test that wants a zone of its own making.
  public PracticeDns dns() {
    return dns;
  }

  /// Puts right all that is wrong with one domain's zone, or with one site.
  public void repair(String name) throws IOException {
    set(name, true);
  }

  /// Makes wrong again what was wrong at the start.
  public void spoil(String name) throws IOException {
    set(name, false);
  }

  private void open() throws IOException {
    dns.serve(
        PracticeZone.of("test", "@ SOA ns.registry hostmaster.registry 1 7200 1800 1209600 300"));
    try {
      for (var domain : plan) {
        for (var host : domain.entry().hosts()) {
          set(domain, host.name(), false);
        }
        set(domain, false);
      }
    } catch (IOException | RuntimeException e) {
      dns.close();
      throw e;
    }
  }

  private void set(String name, boolean right) throws IOException {
    boolean found = false;
    for (var domain : plan) {
      if (domain.faults().containsKey(name)) {
        set(domain, name, right);
        found = true;
      }
      if (domain.entry().domain().equals(name)) {
        set(domain, right);
        found = true;
      }
    }
    if (!found) {
      throw new IllegalArgumentException("nothing in the practice estate is called " + name);
    }
  }

  private void set(PracticeDomain domain, String host, boolean right) throws IOException {
    var site = sound.site(host, domain.entry().organisation());
    var fault = domain.faults().getOrDefault(host, SiteFault.none());
    web.replace(right ? site : fault.in(site, sound));
  }

  private void set(PracticeDomain domain, boolean right) {
    var name = domain.entry().domain();
    var zone = sound.zone(name, addresses(domain), nameServers);
    dns.behave(name);
    if (right) {
      dns.serve(zone);
      return;
    }
    dns.serve(domain.zoneFault().apply(zone));
    domain.misbehaviour().ifPresent(how -> dns.misbehave(name, how));
    if (!domain.registered()) {
      dns.forget(name);
    }
  }

  private Map<String, InetAddress> addresses(PracticeDomain domain) {
    var all = new LinkedHashMap<String, InetAddress>();
    domain.entry().hosts().forEach(host -> all.put(host.name(), web.addressOf(host.name())));
    return all;
  }

  @Override
  public void close() throws IOException {
    try (web) {
      dns.close();
    }
  }
}
