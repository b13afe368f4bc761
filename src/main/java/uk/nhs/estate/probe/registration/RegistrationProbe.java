package uk.nhs.estate.probe.registration;

import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.TrustAnchor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.Errand;
import uk.nhs.estate.probe.net.Handshake;
import uk.nhs.estate.probe.net.Obstacles;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.Visitor;
import uk.nhs.estate.probe.net.Wanted;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.RdapServices;

/// Asks the registry about a domain's registration, by RDAP over HTTP (RFC 7480, RFC 9082 §3.1.3).
///
/// A registry over HTTPS must prove who it is: what it says is believed.
public final class RegistrationProbe {
  /// The largest answer that is taken, in octets.
  private static final int LARGEST = 256 * 1024;

  /// One answer, and three redirects before it (RFC 7480 §5.2).
  private static final int HOPS = 4;

  private static final Errand ERRAND =
      new Errand("application/rdap+json", Wanted.FILE, LARGEST + 1, HOPS);
  private static final long KEPT_OCTETS = 32 * 1024 * 1024;

  private final RdapServices services;
  private final Visitor visitor;
  private final Function<String, AddressFacts> names;
  private final InstantSource clock;
  private final Manners manners;
  private final KeptAnswers kept;

  /// @param services who is asked
  /// @param trusted the certification authorities whose word on who a registry is counts
  /// @param names asks the DNS for the addresses of a host
  public RegistrationProbe(
      ScannerSettings settings,
      Dialler dialler,
      RdapServices services,
      Set<TrustAnchor> trusted,
      Function<String, AddressFacts> names,
      InstantSource clock) {
    this.services = services;
    this.visitor = new Visitor(settings, dialler, new Handshake(trusted));
    this.names = names;
    this.clock = clock;
    this.manners = new Manners(clock);
    this.kept = new KeptAnswers(clock, KEPT_OCTETS);
  }

  /// Looks at the registration of the name that the registry knows: a domain that somebody hands
  /// out below a name of their own stands and falls with that name.
  public Sighting look(DomainName domain) {
    var name = PublicSuffixes.bundled().registrableAtRegistry(domain).orElse(domain);
    var service = services.of(name);
    int known = service.map(it -> it.suffix().length()).orElse(0);
    var apart = NamesApart.of(name);
    if (apart.isPresent() && apart.get().suffix().length() > known) {
      return seen(new RegistrationFacts(clock.instant(), name.ascii(), apart.get()));
    }
    return service
        .map(it -> ask(name.ascii(), HttpUrl.get(it.url() + "domain/" + name)))
        .orElseGet(
            () ->
                seen(
                    new RegistrationFacts(
                        clock.instant(), name.ascii(), new RegistrationFacts.NoService())));
  }

  private Sighting ask(String name, HttpUrl url) {
    return withoutAsking(name, url.host()).orElseGet(() -> askInTurn(name, url));
  }

  /// What is known already, or known not to be had now.
  private Optional<Sighting> withoutAsking(String name, String host) {
    return kept.of(name)
        .map(RegistrationProbe::seen)
        .or(() -> manners.objection(host).map(RegistrationProbe::unseen));
  }

  private Sighting askInTurn(String name, HttpUrl url) {
    var host = url.host();
    Runnable leave;
    try {
      leave = manners.enter(host);
    } catch (InterruptedIOException e) {
      return unseen(Obstacles.of(e, host));
    }
    try {
      return withoutAsking(name, host) // things may have changed while we waited
          .orElseGet(() -> visit(name, url));
    } finally {
      leave.run();
    }
  }

  private Sighting visit(String name, HttpUrl url) {
    var when = clock.instant();
    var visit = visitor.visit(url, host -> Addresses.of(host, names), ERRAND);
    return sighting(name, url.host(), when, visit);
  }

  private Sighting sighting(String name, String host, Instant when, Visit visit) {
    return switch (visit.end()) {
      case Visit.Obstructed(var obstacle) -> unseen(obstacle);
      case Visit.NobodyListens _ -> unseen(new Obstacle(Kind.CONNECTION_REFUSED, host));
      case Visit.Endless _ ->
          unseen(new Obstacle(Kind.PROTOCOL_ERROR, host + ": its redirects never end"));
      case Visit.Answered _ -> answer(name, host, when, visit);
    };
  }

  private Sighting answer(String name, String host, Instant when, Visit visit) {
    var hop = visit.hops().getLast();
    return switch (hop.status()) {
      case 200 -> {
        var json = Objects.requireNonNullElseGet(visit.body(), () -> new Part(new byte[0]));
        var answered = new RegistrationFacts.Answered(hop.url(), json);
        if (json.size() > LARGEST) {
          yield unseen(new Obstacle(Kind.TOO_LARGE, host + ": more than " + LARGEST + " octets"));
        }
        yield answered.isAbout(name)
            ? keep(new RegistrationFacts(when, name, answered))
            : unseen(new Obstacle(Kind.PROTOCOL_ERROR, host + ": no RDAP answer about " + name));
      }
      case 404 ->
          keep(new RegistrationFacts(when, name, new RegistrationFacts.NotFound(hop.url())));
      default -> {
        var obstacle = new Obstacle(Kind.SERVER_FAILED, host + ": " + refusal(hop));
        manners.refused(host, hop, obstacle);
        yield unseen(obstacle);
      }
    };
  }

  private static String refusal(Hop hop) {
    return "HTTP status "
        + hop.status()
        + hop.values("Retry-After").stream()
            .limit(1)
            .map(value -> value.getBytes(StandardCharsets.ISO_8859_1))
            .map(octets -> ", Retry-After: " + Obstacles.printable(octets))
            .collect(Collectors.joining());
  }

  private Sighting keep(RegistrationFacts facts) {
    kept.keep(facts);
    return seen(facts);
  }

  private static Sighting seen(RegistrationFacts facts) {
    return new Sighting.Seen(Topic.REGISTRATION, facts);
  }

  private static Sighting unseen(Obstacle obstacle) {
    return new Sighting.Unseen(Topic.REGISTRATION, obstacle);
  }
}
