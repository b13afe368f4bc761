package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Asked.Question;

/// What the DNS says of a domain: how it is delegated, signed, protected and pointed.
///
/// @param soa the start of authority
/// @param ns the name servers that the zone itself names
/// @param nameServerAddresses an A and an AAAA look-up of each name server that the parent or the
///     zone names
/// @param caa the CAA look-up of the domain itself (RFC 8659)
/// @param parentZone the zone above that delegates it, such as `nhs.uk`; none when not known
/// @param parentServers what servers of that zone say of it: questions NS and DS
/// @param servers what each address of its own name servers does
/// @param records more look-ups of the domain and of names below it: A, AAAA, MX, TXT, HTTPS, DS,
///     DNSKEY, CDS, CDNSKEY, NSEC3PARAM, SRV, `_dmarc` TXT, CAA of the names above until one has
///     some
/// @param targets what became of the names that NS, MX, SRV, HTTPS, CNAME, SPF and DMARC records
///     point at
/// @param security what DNSSEC says of the zone as a whole; none when nobody validated
public record DnsFacts(
    Instant seenAt,
    Lookup soa,
    Lookup ns,
    List<Lookup> nameServerAddresses,
    Lookup caa,
    @Nullable String parentZone,
    List<ServerFacts> parentServers,
    List<ServerFacts> servers,
    List<Lookup> records,
    List<PointedAt> targets,
    @Nullable Security security)
    implements Facts {

  /// Labels below the domain that nobody would use: they are found only by a wildcard. `records`
  /// holds A of the first and, when that is found, A of the second and TXT of the first.
  public static final List<String> WILDCARD_PROBES =
      List.of("estate-probe-one", "estate-probe-two");

  public DnsFacts {
    nameServerAddresses = List.copyOf(nameServerAddresses);
    parentServers = List.copyOf(parentServers);
    servers = List.copyOf(servers);
    records = List.copyOf(records);
    targets = List.copyOf(targets);
  }

  /// The domain, as it was asked.
  public String name() {
    return soa.name();
  }

  @Override
  public DnsFacts seenAt(Instant when) {
    return new DnsFacts(
        when,
        soa,
        ns,
        nameServerAddresses,
        caa,
        parentZone,
        parentServers,
        servers,
        records,
        targets,
        security);
  }

  @Override
  public DnsFacts steady() {
    return new DnsFacts(
        Instant.EPOCH,
        soa.steady(),
        ns.steady(),
        steady(nameServerAddresses),
        caa.steady(),
        parentZone,
        parentServers.stream().map(ServerFacts::steady).sorted(BY_ADDRESS).toList(),
        servers.stream().map(ServerFacts::steady).sorted(BY_ADDRESS).toList(),
        steady(records),
        targets.stream()
            .map(target -> target.steady(name()))
            .sorted(Comparator.comparing(PointedAt::name))
            .toList(),
        Steady.of(security));
  }

  private static final Comparator<ServerFacts> BY_ADDRESS =
      Comparator.comparing(ServerFacts::address);

  private static List<Lookup> steady(List<Lookup> lookups) {
    return lookups.stream()
        .map(Lookup::steady)
        .sorted(Comparator.comparing(Lookup::name).thenComparing(Lookup::type))
        .toList();
  }

  /// The look-up of a name and type, if it was made.
  public Optional<Lookup> lookup(String name, String type) {
    return Stream.of(Stream.of(soa, ns, caa), records.stream(), nameServerAddresses.stream())
        .flatMap(lookups -> lookups)
        .filter(lookup -> lookup.name().equalsIgnoreCase(name) && lookup.type().equals(type))
        .findFirst();
  }

  /// The look-up of a name and type; one that nobody made is hidden.
  public Lookup asked(String name, String type) {
    return lookup(name, type)
        .orElseGet(
            () ->
                new Lookup(
                    name,
                    type,
                    new Lookup.Unasked(
                        new Obstacle(
                            Obstacle.Kind.SCANNER_FAULT,
                            "nobody asked for " + name + " " + type))));
  }

  /// The look-ups of a type, of the domain and of names below it.
  public List<Lookup> records(String type) {
    return records.stream().filter(lookup -> lookup.type().equals(type)).toList();
  }

  /// The CAA records that count for the domain (RFC 8659 §3).
  public RelevantCaa relevantCaa() {
    return RelevantCaa.of(name(), Stream.concat(Stream.of(caa), records.stream()).toList());
  }

  /// The names that its records of one kind point at.
  public List<Pointer> pointers(Pointer.Kind kind) {
    return Pointer.of(this, kind);
  }

  /// What kinds of its records point at a name.
  public List<Pointer.Kind> pointingAt(String target) {
    return Stream.of(Pointer.Kind.values())
        .filter(
            kind -> pointers(kind).stream().anyMatch(pointer -> pointer.target().equals(target)))
        .toList();
  }

  /// The look-ups that such records are found in.
  public List<Lookup> sources(Pointer.Kind kind) {
    return Pointer.sources(this, kind);
  }

  /// The same, with what became of the names that its records point at.
  public DnsFacts pointingAt(List<PointedAt> found) {
    return new DnsFacts(
        seenAt,
        soa,
        ns,
        nameServerAddresses,
        caa,
        parentZone,
        parentServers,
        servers,
        records,
        found,
        security);
  }

  /// What became of a name that a record points at, if anybody asked.
  public Optional<PointedAt> target(String name) {
    var plain = Asked.plain(name);
    return targets.stream().filter(target -> target.name().equals(plain)).findFirst();
  }

  /// The names of the name servers in the parent's referrals, in lower case.
  public Set<String> parentNames() {
    var names = new LinkedHashSet<String>();
    parentServers.stream()
        .flatMap(server -> server.reply(Question.NS).stream())
        .flatMap(
            reply ->
                Stream.concat(
                    reply.authority(name(), "NS").stream(), reply.answer(name(), "NS").stream()))
        .forEach(r -> names.add(Asked.plain(r.data())));
    return names;
  }

  /// The names of the name servers that the zone itself names, in lower case; empty when no server
  /// of it could be asked.
  public Set<String> childNames() {
    var names = new LinkedHashSet<String>();
    ns.data().forEach(name -> names.add(Asked.plain(name)));
    return names;
  }

  /// The name servers that the zone itself names, with what is known of their addresses, each once.
  public List<NameServer> nameServers() {
    return childNames().stream().map(this::nameServer).toList();
  }

  /// The name servers that the parent or the zone names.
  public List<NameServer> allNameServers() {
    var names = new LinkedHashSet<>(parentNames());
    names.addAll(childNames());
    return names.stream().map(this::nameServer).toList();
  }

  private NameServer nameServer(String name) {
    return new NameServer(
        name,
        nameServerAddresses.stream()
            .filter(lookup -> Asked.plain(lookup.name()).equals(name))
            .toList());
  }

  /// A name server.
  ///
  /// @param name in lower case, without a trailing dot
  /// @param lookups of its addresses; none when nobody asked
  public record NameServer(String name, List<Lookup> lookups) {
    public NameServer {
      lookups = List.copyOf(lookups);
    }

    /// The addresses found.
    public List<String> addresses() {
      return lookups.stream().flatMap(lookup -> lookup.data().stream()).toList();
    }

    /// Whether it may have addresses that could not be asked.
    public boolean isPartlyHidden() {
      return lookups.isEmpty()
          || lookups.stream().anyMatch(lookup -> lookup.answer() instanceof Lookup.Unasked);
    }
  }
}
