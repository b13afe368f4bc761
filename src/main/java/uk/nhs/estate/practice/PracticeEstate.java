package uk.nhs.estate.practice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole pretend estate on loopback: organisations whose domains and sites are in every
/// state that the scanner can meet, so that a newcomer without a network sees it work.
///
/// All names are below `.test`, which belongs to nobody (RFC 6761 §6.2). What is wrong can be
/// [repaired][#repair] and [spoilt][#spoil] again while it runs.
public final class PracticeEstate implements Closeable {

  /// The networks that a scanner of this estate must be allowed to connect to.
  public static final List<String> NETWORKS = List.of("127.0.0.0/8");

  private final List<PracticeDomain> plan = PracticePlan.domains();
  private final List<Hosting> hostings = new ArrayList<>();
  private final Sound sound;
  private final PracticeWorld world;
  private final PracticeWeb web;
  private final PracticeMail mail;
  private final Map<String, Identity> mailIdentities = new HashMap<>();

  private PracticeEstate(Sound sound, PracticeWorld world, PracticeWeb web, PracticeMail mail) {
    this.sound = sound;
    this.world = world;
    this.web = web;
    this.mail = mail;
  }

  /// Starts all servers; certificates and files are dated as of now.
  public static PracticeEstate start(Instant now) throws IOException {
    var opened = new ArrayList<Closeable>();
    try {
      var web = PracticeWeb.start();
      opened.add(web);
      var mail = PracticeMail.start();
      opened.add(mail);
      var world = PracticeWorld.start(now);
      opened.add(world);
      var estate = new PracticeEstate(new Sound(PracticeCa.create(now), now), world, web, mail);
      estate.open();
      return estate;
    } catch (IOException | RuntimeException e) {
      for (var one : opened) {
        one.close();
      }
      throw e;
    }
  }

  /// The pretend register.
  public List<PracticeEntry> entries() {
    return plan.stream().map(PracticeDomain::entry).toList();
  }

  /// The name server that the scanner is to ask.
  public InetSocketAddress resolver() {
    return dns().resolver();
  }

  /// The same as the scanner's settings write it: `address:port`.
  public String resolverText() {
    return resolver().getAddress().getHostAddress() + ":" + resolver().getPort();
  }

  /// The root's name servers and their addresses, as in a zone file.
  public String rootHints() {
    return dns().rootHints();
  }

  /// The digest of the root's key, as in a zone file.
  public String trustAnchor() {
    return dns().trustAnchor();
  }

  /// The port that stands in for 53.
  public int dnsPort() {
    return dns().dnsPort();
  }

  /// The port that stands in for 80.
  public int httpPort() {
    return web.httpPort();
  }

  /// The port that stands in for 443.
  public int httpsPort() {
    return web.httpsPort();
  }

  /// The port that stands in for 25.
  public int smtpPort() {
    return mail.port();
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
    return world.dns();
  }

  /// Puts right all that is wrong with one domain's zone and mail server, or with one site.
  public void repair(String name) throws IOException {
    set(name, true);
  }

  /// Makes wrong again what was wrong at the start.
  public void spoil(String name) throws IOException {
    set(name, false);
  }

  private void open() throws IOException {
    var shared = List.of(dns().open(), dns().open());
    for (var domain : plan) {
      for (var host : domain.entry().hosts()) {
        set(domain, host.name(), false);
      }
      web.replace(sound.policySite(domain.entry().domain()));
      set(domain, false);
      var hosting = Hosting.of(world, domain, Signing.from(sound.now()), shared);
      hosting.serveAsPlanned(zone(hosting));
      hostings.add(hosting);
    }
  }

  private void set(String name, boolean right) throws IOException {
    boolean found = false;
    for (var hosting : hostings) {
      var domain = hosting.domain();
      if (domain.faults().containsKey(name)) {
        set(domain, name, right);
        found = true;
      }
      if (domain.entry().domain().equals(name)) {
        set(domain, right);
        set(hosting, right);
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

  /// Its mail server, which keeps its key.
  private void set(PracticeDomain domain, boolean right) throws IOException {
    var host = Sound.mailHost(domain.entry().domain());
    var server = sound.mailServer(host, mailIdentity(host));
    mail.replace(right ? server : domain.mail().in(server, sound));
  }

  private Identity mailIdentity(String host) {
    return mailIdentities.computeIfAbsent(host, its -> sound.ca().issue(sound.order(its)));
  }

  private void set(Hosting hosting, boolean right) throws IOException {
    if (right) {
      hosting.serve(zone(hosting));
    } else {
      hosting.serveAsPlanned(zone(hosting));
    }
  }

  private PracticeZone zone(Hosting hosting) {
    var domain = hosting.domain();
    var name = domain.entry().domain();
    var mailHost = Sound.mailHost(name);
    return sound.zone(
        name,
        addresses(domain),
        hosting.servers(),
        mail.addressOf(mailHost),
        mailIdentity(mailHost));
  }

  private Map<String, InetAddress> addresses(PracticeDomain domain) {
    var all = new LinkedHashMap<String, InetAddress>();
    domain.entry().hosts().forEach(host -> all.put(host.name(), web.addressOf(host.name())));
    var policyHost = Sound.policyHost(domain.entry().domain());
    all.put(policyHost, web.addressOf(policyHost));
    return all;
  }

  @Override
  public void close() throws IOException {
    try (web;
        mail) {
      world.close();
    }
  }
}
