package uk.nhs.estate.observation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.NamePattern;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Supplier.Service;
import uk.nhs.estate.register.Suppliers;

/// Who runs a target, as far as the names tell that its records point at. A view of what was seen:
/// a better list of suppliers reaches what was seen long ago.
///
/// @param place where the target points
/// @param services who does what for it: DNS and mail of a domain, hosting of a site; what could
///     not be asked is left out
public record WhoRunsIt(Place place, List<Run> services) {

  public WhoRunsIt {
    services = List.copyOf(services);
  }

  /// Where a target points: a domain by its name servers, a site by its aliases.
  public enum Place {
    OWN_NAMES("Under its own name"),
    NHS("On NHS infrastructure"),
    DELEGATED_AWAY("Delegated to a third party"),
    THIRD_PARTY("Pointing at a third party"),
    NOWHERE("Nowhere"),
    UNKNOWN("Not known");

    private final String words;

    Place(String words) {
      this.words = words;
    }

    /// What people read.
    public String words() {
      return words;
    }
  }

  /// What one service is run by.
  ///
  /// @param parties in the order of the records; none when no record tells, as an address does not
  public record Run(Service service, List<Party> parties) {
    public Run {
      parties = List.copyOf(parties);
    }

    /// What people read, a line for each party.
    public List<String> words() {
      return parties.isEmpty()
          ? List.of(
              switch (service) {
                case DNS -> "No name server";
                case WEB -> "Not recognised: it has addresses of its own";
                case MAIL -> "No mail server";
              })
          : parties.stream()
              .map(party -> party.words() + " (" + String.join(", ", party.names()) + ")")
              .toList();
    }
  }

  /// Somebody who runs servers for the target.
  ///
  /// @param kind how it is known
  /// @param supplier its name on the list of suppliers; null when it stands on none
  /// @param names the servers' names
  public record Party(Kind kind, @Nullable String supplier, List<String> names) {
    public Party {
      names = List.copyOf(names);
    }

    /// How a party is known.
    public enum Kind {
      /// The servers' names are under the target's own domain.
      ITSELF,
      NHS,
      SUPPLIER,
      NOT_RECOGNISED
    }

    /// What people read.
    public String words() {
      return switch (kind) {
        case ITSELF -> "Itself";
        case NHS, SUPPLIER -> String.valueOf(supplier);
        case NOT_RECOGNISED -> "Not recognised";
      };
    }
  }

  /// Who runs the target of an observation.
  public static WhoRunsIt of(Observation seen, Suppliers suppliers) {
    return switch (seen.target()) {
      case Domain domain -> of(domain, seen, suppliers);
      case Site site -> of(site, seen, suppliers);
    };
  }

  private static WhoRunsIt of(Domain domain, Observation seen, Suppliers suppliers) {
    var dns =
        seen.of(Topic.DNS) instanceof Sighting.Seen(_, DnsFacts facts)
            ? run(Service.DNS, facts.ns(), facts.ns().data(), domain.name(), suppliers)
            : Optional.<Run>empty();
    var mail =
        seen.of(Topic.MAIL) instanceof Sighting.Seen(_, MailFacts facts)
            ? run(Service.MAIL, facts.mx(), exchanges(facts.mx()), domain.name(), suppliers)
            : Optional.<Run>empty();
    return new WhoRunsIt(
        dns.map(run -> place(run, Place.NOWHERE, Place.DELEGATED_AWAY)).orElse(Place.UNKNOWN),
        Stream.of(dns, mail).flatMap(Optional::stream).toList());
  }

  private static WhoRunsIt of(Site site, Observation seen, Suppliers suppliers) {
    if (!(seen.of(Topic.ADDRESS) instanceof Sighting.Seen(_, AddressFacts address))) {
      return new WhoRunsIt(Place.UNKNOWN, List.of());
    }
    if (address.addresses().isEmpty() && address.aliases().isEmpty()) {
      return new WhoRunsIt(isHidden(address) ? Place.UNKNOWN : Place.NOWHERE, List.of());
    }
    var run =
        new Run(Service.WEB, parties(Service.WEB, address.aliases(), site.domain(), suppliers));
    return new WhoRunsIt(place(run, Place.OWN_NAMES, Place.THIRD_PARTY), List.of(run));
  }

  private static boolean isHidden(AddressFacts address) {
    return Stream.of(address.a(), address.aaaa())
        .anyMatch(lookup -> lookup.answer() instanceof Lookup.Unasked);
  }

  private static Optional<Run> run(
      Service service, Lookup lookup, List<String> names, DomainName own, Suppliers suppliers) {
    return lookup.answer() instanceof Lookup.Unasked
        ? Optional.empty()
        : Optional.of(new Run(service, parties(service, names, own, suppliers)));
  }

  /// Mail servers; a full stop alone says that there is none (RFC 7505 §3).
  private static List<String> exchanges(Lookup mx) {
    return mx.data().stream()
        .map(data -> data.substring(data.indexOf(' ') + 1))
        .filter(name -> !name.equals("."))
        .toList();
  }

  private static Place place(Run run, Place ofNobody, Place ofOthers) {
    var kinds = run.parties().stream().map(Party::kind).collect(Collectors.toSet());
    if (kinds.isEmpty()) {
      return ofNobody;
    }
    if (kinds.equals(Set.of(Party.Kind.ITSELF))) {
      return Place.OWN_NAMES;
    }
    return Set.of(Party.Kind.ITSELF, Party.Kind.NHS).containsAll(kinds) ? Place.NHS : ofOthers;
  }

  /// The servers by who runs them.
  private static List<Party> parties(
      Service service, List<String> names, DomainName own, Suppliers suppliers) {
    var parties = new ArrayList<Party>();
    names.stream()
        .map(Asked::plain)
        .distinct()
        .map(name -> party(service, name, own, suppliers))
        .collect(
            Collectors.groupingBy(
                party -> new Party(party.kind(), party.supplier(), List.of()),
                LinkedHashMap::new,
                Collectors.flatMapping(party -> party.names().stream(), Collectors.toList())))
        .forEach((party, all) -> parties.add(new Party(party.kind(), party.supplier(), all)));
    return parties;
  }

  private static Party party(Service service, String name, DomainName own, Suppliers suppliers) {
    if (new NamePattern(own.ascii()).matches(name)) {
      return new Party(Party.Kind.ITSELF, null, List.of(name));
    }
    return suppliers
        .of(service, name)
        .map(
            supplier ->
                new Party(
                    supplier.isNhs() ? Party.Kind.NHS : Party.Kind.SUPPLIER,
                    supplier.name(),
                    List.of(name)))
        .orElseGet(() -> new Party(Party.Kind.NOT_RECOGNISED, null, List.of(name)));
  }
}
