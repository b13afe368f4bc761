package uk.nhs.estate.sample;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.pick;
import static uk.nhs.estate.sample.Lookups.secure;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.store.FactsJson;

/// A domain with which nothing is wrong: delegated by `nhs.uk`, signed, served by two name servers
/// with an IPv4 and an IPv6 address each.
public final class SoundDomain {

  public static final String NAME = "trust.nhs.uk";
  public static final String PARENT = "nhs.uk";
  public static final String DMARC = "_dmarc." + NAME;
  public static final String NS1 = "ns1.dns.test";
  public static final String NS2 = "ns2.dns.test";
  public static final String MAIL = "mail.trust.nhs.uk";

  /// The DKIM selector that its owner has registered.
  public static final String SELECTOR = "trust2026";

  public static final Domain DOMAIN = new Domain(new DomainName(NAME));
  public static final Instant SEEN = SampleAuthority.SEEN;

  private static final List<Lookup> LOOKUPS =
      List.of(
          found(NAME, "SOA", NS1 + ". dns.trust.nhs.uk. 2026112401 7200 3600 1209600 3600"),
          found(NAME, "NS", NS1 + ".", NS2 + "."),
          found(NS1, "A", "192.0.2.53"),
          found(NS1, "AAAA", "2001:db8:1::53"),
          found(NS2, "A", "198.51.100.53"),
          found(NS2, "AAAA", "2001:db8:2::53"),
          found(NAME, "CAA", "0 issue \"ca.test\""),
          found(NAME, "MX", "10 " + MAIL + "."),
          found(NAME, "TXT", "\"v=spf1 ip4:192.0.2.25 -all\"", "\"site-verification=123\""),
          found(DMARC, "TXT", "\"v=DMARC1; p=reject; rua=mailto:dmarc@trust.nhs.uk\""));

  /// What is looked up besides; all of it validated.
  private static final List<Lookup> RECORDS =
      Stream.of(
              found(NAME, "A", "192.0.2.80"),
              found(NAME, "AAAA", "2001:db8::80"),
              found(NAME, "MX", "10 " + MAIL + "."),
              found(NAME, "TXT", "\"v=spf1 ip4:192.0.2.25 -all\"", "\"site-verification=123\""),
              found(DMARC, "TXT", "\"v=DMARC1; p=reject; rua=mailto:dmarc@trust.nhs.uk\""),
              absent(NAME, "HTTPS"),
              found(NAME, "DS", SoundServers.DS),
              found(NAME, "DNSKEY", SoundServers.KSK, SoundServers.ZSK),
              absent(NAME, "CDS"),
              absent(NAME, "CDNSKEY"),
              absent(NAME, "NSEC3PARAM"),
              absent("_sip._tls." + NAME, "SRV"),
              nxdomain(DnsFacts.WILDCARD_PROBES.getFirst() + "." + NAME, "A"))
          .map(lookup -> secure(lookup))
          .toList();

  private static final List<PointedAt> TARGETS =
      List.of(
          new PointedAt(
              MAIL, found(MAIL, "A", "192.0.2.25"), found(MAIL, "AAAA", "2001:db8::25"), null));

  /// What a look at its mail asks besides: everything that mail can have, all of it in order.
  private static final List<Lookup> MAIL_LOOKUPS =
      Stream.of(
              found(MAIL, "A", "192.0.2.25"),
              found(MAIL, "AAAA", "2001:db8::25"),
              found("25.2.0.192.in-addr.arpa", "PTR", MAIL + "."),
              found(
                  "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
                  "PTR",
                  MAIL + "."),
              absent(NAME, "SPF"),
              nxdomain("_dmarc." + PARENT, "TXT"),
              nxdomain("_dmarc.uk", "TXT"),
              found("_mta-sts." + NAME, "TXT", "\"v=STSv1; id=20261124;\""),
              found("mta-sts." + NAME, "A", "192.0.2.80"),
              absent("mta-sts." + NAME, "AAAA"),
              found("_smtp._tls." + NAME, "TXT", "\"v=TLSRPTv1; rua=mailto:tls@trust.nhs.uk\""),
              found(
                  "default._bimi." + NAME,
                  "TXT",
                  "\"v=BIMI1; l=https://trust.nhs.uk/logo.svg; a=https://trust.nhs.uk/logo.pem\""),
              found("_25._tcp." + MAIL, "TLSA", SoundMailServer.TLSA),
              absent("_domainkey." + NAME, "TXT"),
              nxdomain("*._domainkey." + NAME, "TXT"),
              found(SELECTOR + "._domainkey." + NAME, "TXT", SoundMailServer.DKIM_KEY),
              nxdomain("selector1._domainkey." + NAME, "TXT"))
          .map(lookup -> secure(lookup))
          .toList();

  private SoundDomain() {}

  /// Its DNS, with some answers spoilt; a spoilt look-up that is not among the sound ones is added
  /// to the records.
  public static DnsFacts dns(Lookup... spoilt) {
    var own = Lookups.replace(LOOKUPS, spoilt);
    return new DnsFacts(
        SEEN,
        pick(own, NAME, "SOA"),
        pick(own, NAME, "NS"),
        own.stream()
            .filter(lookup -> List.of(NS1, NS2).contains(lookup.name()))
            .filter(lookup -> lookup.type().startsWith("A"))
            .toList(),
        pick(own, NAME, "CAA"),
        PARENT,
        SoundServers.PARENTS,
        SoundServers.ALL,
        records(spoilt),
        TARGETS,
        new Security.Secure());
  }

  /// The DNS of a domain of another name with which nothing is wrong, but for its CAA records, and
  /// with signatures that last for weeks.
  public static DnsFacts named(String name, Lookup caa) {
    var json = FactsJson.keep(dns()).json().replace(NAME, name).replace("20261201", "20270101");
    var named =
        FactsJson.read(
            json,
            DnsFacts.class,
            hash -> {
              throw new AssertionError("the DNS has no large parts, such as " + hash);
            });
    return new DnsFacts(
        named.seenAt(),
        named.soa(),
        named.ns(),
        named.nameServerAddresses(),
        caa,
        named.parentZone(),
        named.parentServers(),
        named.servers(),
        named.records(),
        named.targets(),
        named.security());
  }

  /// What a resolver alone told of a domain, without a word from its name servers.
  public static DnsFacts resolved(
      Instant when, Lookup soa, Lookup ns, List<Lookup> addresses, Lookup caa) {
    return new DnsFacts(
        when, soa, ns, addresses, caa, null, List.of(), List.of(), List.of(), List.of(), null);
  }

  private static List<Lookup> records(Lookup... spoilt) {
    return Lookups.replace(RECORDS, spoilt).stream()
        .filter(
            lookup ->
                RECORDS.contains(lookup)
                    || RECORDS.stream().anyMatch(one -> Lookups.isSameQuestion(one, lookup))
                    || LOOKUPS.stream().noneMatch(one -> Lookups.isSameQuestion(one, lookup)))
        .toList();
  }

  /// The same DNS with other name servers' answers.
  public static DnsFacts withServers(DnsFacts dns, List<ServerFacts> servers) {
    return with(dns, dns.parentServers(), servers, dns.targets(), dns.security());
  }

  /// The same DNS with other answers of the parent's servers.
  public static DnsFacts withParents(DnsFacts dns, List<ServerFacts> parents) {
    return with(dns, parents, dns.servers(), dns.targets(), dns.security());
  }

  /// The same DNS with other targets of its records.
  public static DnsFacts withTargets(DnsFacts dns, PointedAt... targets) {
    return with(dns, dns.parentServers(), dns.servers(), List.of(targets), dns.security());
  }

  /// The same DNS with another verdict of DNSSEC on the zone.
  public static DnsFacts withSecurity(DnsFacts dns, @Nullable Security security) {
    return with(dns, dns.parentServers(), dns.servers(), dns.targets(), security);
  }

  /// Sound, but for what one server answers to one question.
  ///
  /// @param address of one of [SoundServers#ALL]
  public static DnsFacts dns(String address, Asked.Question question, Asked.Outcome outcome) {
    return dns(address, server -> SoundServers.with(server, question, outcome));
  }

  /// Sound, but for one server.
  public static DnsFacts dns(String address, UnaryOperator<ServerFacts> spoil) {
    return withServers(
        dns(),
        SoundServers.ALL.stream()
            .map(server -> server.address().equals(address) ? spoil.apply(server) : server)
            .toList());
  }

  /// Sound, but for every server.
  public static DnsFacts dnsOfAll(UnaryOperator<ServerFacts> spoil) {
    return withServers(dns(), SoundServers.ALL.stream().map(spoil).toList());
  }

  private static DnsFacts with(
      DnsFacts dns,
      List<ServerFacts> parents,
      List<ServerFacts> servers,
      List<PointedAt> targets,
      @Nullable Security security) {
    return new DnsFacts(
        dns.seenAt(),
        dns.soa(),
        dns.ns(),
        dns.nameServerAddresses(),
        dns.caa(),
        dns.parentZone(),
        parents,
        servers,
        dns.records(),
        targets,
        security);
  }

  /// Its mail, with some answers spoilt; a spoilt look-up that is not among the sound ones is
  /// added.
  public static MailFacts mail(Lookup... spoilt) {
    var validated = LOOKUPS.stream().map(lookup -> secure(lookup)).toList();
    var lookups = Lookups.replace(validated, spoilt);
    var others =
        Lookups.replace(MAIL_LOOKUPS, spoilt).stream()
            .filter(one -> LOOKUPS.stream().noneMatch(sound -> Lookups.isSameQuestion(sound, one)))
            .toList();
    return new MailFacts(
        SEEN,
        pick(lookups, NAME, "MX"),
        pick(lookups, NAME, "TXT"),
        pick(lookups, DMARC, "TXT"),
        others,
        List.of(SELECTOR),
        SoundMailServer.POLICY,
        List.of(SoundMailServer.met(MAIL)));
  }

  /// The mail of a domain that is not used for mail and says so, with some answers spoilt.
  public static MailFacts parked(Lookup... spoilt) {
    var parked =
        Stream.of(
                found(NAME, "MX", "0 ."),
                found(NAME, "TXT", "\"v=spf1 -all\""),
                found(DMARC, "TXT", "\"v=DMARC1; p=reject; sp=reject\""),
                absent(NAME, "SPF"),
                nxdomain("_dmarc." + PARENT, "TXT"),
                nxdomain("_dmarc.uk", "TXT"),
                nxdomain("_mta-sts." + NAME, "TXT"),
                nxdomain("_smtp._tls." + NAME, "TXT"),
                nxdomain("default._bimi." + NAME, "TXT"),
                nxdomain("_domainkey." + NAME, "TXT"))
            .toList();
    var lookups = Lookups.replace(parked, spoilt);
    return new MailFacts(
        SEEN,
        pick(lookups, NAME, "MX"),
        pick(lookups, NAME, "TXT"),
        pick(lookups, DMARC, "TXT"),
        lookups,
        List.of(),
        null,
        List.of());
  }

  /// Its mail with another DMARC record, and with some answers spoilt.
  public static MailFacts dmarc(String record, Lookup... spoilt) {
    return mail(
        Stream.concat(Stream.of(found(DMARC, "TXT", '"' + record + '"')), Stream.of(spoilt))
            .toArray(Lookup[]::new));
  }

  /// The same mail with another visit to the MTA-STS policy, or none.
  public static MailFacts withPolicy(MailFacts mail, @Nullable Visit policy) {
    return with(mail, mail.selectors(), policy, mail.servers());
  }

  /// The same mail with other mail servers.
  public static MailFacts withServers(MailFacts mail, MailServerFacts... servers) {
    return with(mail, mail.selectors(), mail.policy(), List.of(servers));
  }

  /// The same mail with other DKIM selectors registered.
  public static MailFacts withSelectors(MailFacts mail, String... selectors) {
    return with(mail, List.of(selectors), mail.policy(), mail.servers());
  }

  private static MailFacts with(
      MailFacts mail,
      List<String> selectors,
      @Nullable Visit policy,
      List<MailServerFacts> servers) {
    return new MailFacts(
        mail.seenAt(),
        mail.mx(),
        mail.txt(),
        mail.dmarc(),
        mail.lookups(),
        selectors,
        policy,
        servers);
  }

  /// Its registration: that of a name which has one, unlike those under `nhs.uk`.
  public static RegistrationFacts registration() {
    return RdapSample.SOUND.facts();
  }

  /// The registration of a name that nobody registers.
  public static RegistrationFacts reserved(String name) {
    return new RegistrationFacts(
        SEEN, name, new RegistrationFacts.KeptApart("test", "are reserved"));
  }

  /// All of it, with some facts spoilt.
  public static Observation observation(Facts... spoilt) {
    return Observations.of(DOMAIN, List.of(dns(), mail(), registration()), spoilt);
  }

  /// All of it but one thing, which was hidden.
  public static Observation without(Topic hidden) {
    return Observations.without(observation(), hidden);
  }
}
