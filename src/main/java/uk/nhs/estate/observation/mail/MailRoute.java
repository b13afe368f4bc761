package uk.nhs.estate.observation.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.InternalNetwork;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.text.IpAddress;
import uk.nhs.estate.observation.text.MailExchange;

/// Where mail for a domain goes: its mail servers and their addresses, and what those of its own
/// are called.
///
/// @param servers those that MX records name, each once, the most wanted first
/// @param implied whether there is no MX record: the one server is then the domain itself
///     (RFC 5321 §5.1)
public record MailRoute(List<Server> servers, boolean implied) {

  /// Servers that are asked for: nobody needs more, and each costs two questions.
  private static final int MOST_SERVERS = 8;

  /// Servers whose addresses are asked for what they are called: each costs two to four questions.
  private static final int MOST_CALLED = 4;

  private static final Obstacle TOO_MANY =
      new Obstacle(Obstacle.Kind.TOO_LARGE, "only the first mail servers are looked at");

  public MailRoute {
    servers = List.copyOf(servers);
  }

  /// One mail server.
  ///
  /// @param at its name and addresses
  /// @param own whether it belongs to the domain: its name is the domain's or below
  /// @param reverse what its first address of each family is called, if it is the domain's own; an
  ///     address of an internal network has no public name
  public record Server(PointedAt at, boolean own, List<Reverse> reverse) {
    public Server {
      reverse = List.copyOf(reverse);
    }

    /// Its name, in lower case without a dot at its end.
    public String host() {
      return at.name();
    }

    /// The addresses that were found, in the order of their text: answers rotate.
    public List<String> addresses() {
      return Stream.of(at.a(), at.aaaa()).flatMap(MailRoute::sorted).toList();
    }

    /// Whether one of its two families of addresses could not be asked.
    public boolean isPartlyHidden() {
      return Stream.of(at.a(), at.aaaa())
          .anyMatch(lookup -> lookup.answer() instanceof Lookup.Unasked);
    }
  }

  /// What an address is called, and whether that name leads back to it.
  ///
  /// @param back the addresses of the name, asked when the address is called by another than the
  ///     server's own; none otherwise
  public record Reverse(String address, Lookup names, @Nullable Lookup back) {

    /// Why nothing can be said of it, if so.
    public Optional<Obstacle> obstacle() {
      return Stream.of(Optional.of(names), Optional.ofNullable(back))
          .flatMap(Optional::stream)
          .map(Lookup::answer)
          .filter(Lookup.Unasked.class::isInstance)
          .map(hidden -> ((Lookup.Unasked) hidden).obstacle())
          .findFirst();
    }

    /// Whether a name of the address has the address.
    public boolean isConfirmed() {
      return names.answer() instanceof Lookup.Found && (back == null || holds(back, address));
    }
  }

  /// Follows a domain's MX records.
  ///
  /// @param domain in lower case, without a dot at its end
  public static MailRoute of(Lookups lookups, String domain) {
    var mx = lookups.asked(domain, "MX");
    if (mx.answer() instanceof Lookup.Absent) {
      return new MailRoute(
          mx.provesThatTheNameDoesNotExist()
              ? List.of()
              : List.of(new Server(target(lookups, domain), true, List.of())),
          true);
    }
    var hosts =
        MailExchange.inOrder(mx.data()).stream()
            .filter(exchange -> !exchange.isNull() && !exchange.isAddress())
            .map(exchange -> Asked.plain(exchange.host()))
            .distinct()
            .toList();
    var asked = hosts.stream().limit(MOST_SERVERS).toList();
    var called =
        asked.stream().filter(host -> Asked.isIn(domain, host)).limit(MOST_CALLED).toList();
    Lookups bounded = (name, type) -> new Lookup(name, type, new Lookup.Unasked(TOO_MANY));
    return new MailRoute(
        hosts.stream()
            .map(
                host ->
                    server(
                        asked.contains(host) ? lookups : bounded,
                        called.contains(host) ? lookups : bounded,
                        host,
                        Asked.isIn(domain, host)))
            .toList(),
        false);
  }

  private static PointedAt target(Lookups lookups, String host) {
    return new PointedAt(host, lookups.asked(host, "A"), lookups.asked(host, "AAAA"), null);
  }

  private static Server server(Lookups addresses, Lookups names, String host, boolean own) {
    var target = target(addresses, host);
    return new Server(target, own, own ? reverse(names, target) : List.of());
  }

  private static List<Reverse> reverse(Lookups lookups, PointedAt server) {
    return Stream.of(server.a(), server.aaaa())
        .flatMap(
            family ->
                sorted(family)
                    .filter(address -> InternalNetwork.of(address).isEmpty())
                    .flatMap(address -> IpAddress.parse(address).stream())
                    .limit(1)
                    .map(address -> reverse(lookups, server.name(), family.type(), address)))
        .toList();
  }

  private static Reverse reverse(Lookups lookups, String host, String family, IpAddress address) {
    var names = lookups.asked(address.reverseName(), "PTR");
    boolean isItself = sorted(names).anyMatch(name -> Asked.plain(name).equals(host));
    var back =
        sorted(names)
            .filter(_ -> !isItself)
            .findFirst()
            .map(name -> lookups.asked(Asked.plain(name), family));
    return new Reverse(address.toString(), names, back.orElse(null));
  }

  private static boolean holds(Lookup addresses, String address) {
    return addresses.data().stream()
        .flatMap(one -> IpAddress.parse(one).stream())
        .anyMatch(one -> one.toString().equals(address));
  }

  private static Stream<String> sorted(Lookup lookup) {
    return lookup.data().stream().sorted();
  }
}
