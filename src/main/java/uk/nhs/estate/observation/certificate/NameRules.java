package uk.nhs.estate.observation.certificate;

import static java.util.stream.Collectors.groupingBy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.certificate.AlternativeName.Kind;
import uk.nhs.estate.observation.text.IpAddress;

/// The limits that authorities on a path put on the names below them (RFC 5280 §4.2.1.10, §6.1.3
/// (b) and (c)).
final class NameRules {

  private record Limit(
      Map<Kind, List<AlternativeName>> permitted,
      Map<Kind, List<AlternativeName>> excluded,
      boolean critical,
      Certificate of) {

    Limit(NameConstraints names, Certificate of) {
      this(
          names.permitted().stream().collect(groupingBy(AlternativeName::kind)),
          names.excluded().stream().collect(groupingBy(AlternativeName::kind)),
          of.isCritical(Extension.NAME_CONSTRAINTS),
          of);
    }
  }

  private final List<Limit> limits = new ArrayList<>();
  private final Comparisons comparisons;
  private @Nullable String undecided;

  NameRules(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  /// What must be known, and is not, to say whether the names are permitted.
  Optional<String> undecided() {
    return Optional.ofNullable(undecided);
  }

  /// Takes in what an authority limits the names below it to.
  Stream<Flaw> add(Certificate authority) {
    var names = authority.nameConstraints();
    if (names.isEmpty()) {
      return Stream.empty();
    }
    limits.add(new Limit(names.get(), authority));
    return Stream.concat(names.get().permitted().stream(), names.get().excluded().stream())
        .filter(name -> !isWellFormed(name))
        .limit(1)
        .map(
            name ->
                new Flaw(
                    isLeadByDot(name) ? Flaw.Kind.BAD_NAME : Flaw.Kind.MALFORMED_EXTENSION,
                    authority,
                    "limits names to “%s”, which is no %s"
                        .formatted(name.text(), name.kind().words())));
  }

  /// Holds the names of a certificate against all limits above it.
  Stream<Flaw> judge(Certificate certificate) throws TooCostlyException {
    if (limits.isEmpty()) {
      return Stream.empty();
    }
    if (certificate.nameCount() > Certificate.MOST_NAMES) {
      throw new TooCostlyException("names in a certificate whose names are limited");
    }
    for (var limit : limits) {
      for (var name : names(certificate)) {
        var flaw = judge(name, limit, certificate);
        if (flaw.isPresent()) {
          return flaw.stream();
        }
      }
    }
    return Stream.empty();
  }

  /// Its subject counts too; so do mail addresses in there, if they stand nowhere else.
  private static List<AlternativeName> names(Certificate certificate) {
    var names = new ArrayList<>(certificate.names());
    if (!certificate.subject().isEmpty()) {
      names.add(AlternativeName.of(certificate.subject()));
    }
    if (names.stream().noneMatch(name -> name.kind() == Kind.EMAIL)) {
      certificate.subject().emailAddresses().stream()
          .map(address -> new AlternativeName(Kind.EMAIL, Octets.ofText(address)))
          .forEach(names::add);
    }
    return names;
  }

  private Optional<Flaw> judge(AlternativeName name, Limit limit, Certificate certificate)
      throws TooCostlyException {
    var permitted = limit.permitted().getOrDefault(name.kind(), List.of());
    var excluded = limit.excluded().getOrDefault(name.kind(), List.of());
    comparisons.add(permitted.size() + excluded.size());
    if (permitted.isEmpty() && excluded.isEmpty()) {
      return Optional.empty();
    }
    if (!isKnown(name.kind())) {
      var words =
          "is for names of a form (%s) whose limits cannot be judged"
              .formatted(name.kind().words());
      if (limit.critical()) {
        return Optional.of(new Flaw(Flaw.Kind.CONSTRAINT_UNKNOWN, certificate, words));
      }
      undecided = "“%s” %s".formatted(certificate, words);
      return Optional.empty();
    }
    return reason(name, permitted, excluded)
        .map(
            reason ->
                new Flaw(
                    Flaw.Kind.NAME_NOT_PERMITTED,
                    certificate,
                    "is for “%s”, which %s “%s”".formatted(name.text(), reason, limit.of())));
  }

  private static Optional<String> reason(
      AlternativeName name, List<AlternativeName> permitted, List<AlternativeName> excluded) {
    if (!Names.isWellFormed(name)) {
      return Optional.of("is no %s and so not permitted by".formatted(name.kind().words()));
    }
    if (excluded.stream().anyMatch(limit -> touches(name, limit))) {
      return Optional.of("is excluded by");
    }
    return permitted.isEmpty() || permitted.stream().anyMatch(limit -> isWithin(name, limit))
        ? Optional.empty()
        : Optional.of("is not among the names permitted by");
  }

  private static boolean isKnown(Kind kind) {
    return switch (kind) {
      case DNS, IP, EMAIL, URI, DIRECTORY -> true;
      case OTHER, X400, EDI_PARTY, REGISTERED_ID -> false;
    };
  }

  /// Whether a name, or one of those that it stands for, is in what is excluded. A URI without a
  /// host could be anywhere.
  private static boolean touches(AlternativeName name, AlternativeName limit) {
    if (isWithin(name, limit)) {
      return true;
    }
    if (name.kind() == Kind.URI) {
      return host(name.ascii()).isEmpty();
    }
    var text = name.ascii();
    return name.kind() == Kind.DNS
        && Names.isWildcard(text)
        && text.substring(1).equalsIgnoreCase(afterFirstLabel(limit.ascii()));
  }

  private static String afterFirstLabel(String name) {
    int dot = name.indexOf('.', 1);
    return dot < 0 ? "" : name.substring(dot);
  }

  private static boolean isWithin(AlternativeName name, AlternativeName limit) {
    return switch (name.kind()) {
      case DNS -> isBelow(name.ascii(), limit.ascii(), true);
      case IP -> isInNetwork(name.value(), limit.value());
      case EMAIL -> isMailWithin(name.ascii(), limit.ascii());
      case URI -> host(name.ascii()).filter(host -> isHostWithin(host, limit.ascii())).isPresent();
      case DIRECTORY -> isDirectoryWithin(name.directory(), limit.directory());
      case OTHER, X400, EDI_PARTY, REGISTERED_ID -> false;
    };
  }

  /// Whether a name is another, or has labels in front of it. One that begins with a dot stands for
  /// what is below it alone.
  private static boolean isBelow(String name, String above, boolean itself) {
    var lower = Names.lower(name);
    var limit = Names.lower(above);
    if (limit.startsWith(".")) {
      return lower.endsWith(limit) && lower.length() > limit.length();
    }
    return limit.isEmpty() || lower.equals(limit) || (itself && lower.endsWith("." + limit));
  }

  /// A host as such, and all hosts below a domain when the limit begins with a dot.
  private static boolean isHostWithin(String host, String limit) {
    return isBelow(host, limit, false);
  }

  /// Only what stands before the sign is told apart by case (RFC 5280 §7.5).
  private static boolean isMailWithin(String address, String limit) {
    int sign = address.lastIndexOf('@');
    int other = limit.lastIndexOf('@');
    return other < 0
        ? isHostWithin(address.substring(sign + 1), limit)
        : address.substring(0, sign).equals(limit.substring(0, other))
            && address.substring(sign + 1).equalsIgnoreCase(limit.substring(other + 1));
  }

  /// The host of a URI that has one by name (RFC 5280 §4.2.1.10).
  private static Optional<String> host(String uri) {
    try {
      return Optional.ofNullable(new URI(uri).getHost())
          .filter(Names::isHost)
          .filter(host -> IpAddress.parse(host).isEmpty());
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean isInNetwork(Octets address, Octets network) {
    int size = address.size();
    if (network.size() != 2 * size) {
      return false;
    }
    for (int at = 0; at < size; at++) {
      if (((address.at(at) ^ network.at(at)) & network.at(size + at)) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDirectoryWithin(
      @Nullable DistinguishedName name, @Nullable DistinguishedName limit) {
    return name != null && limit != null && name.isWithin(limit);
  }

  private static boolean isLeadByDot(AlternativeName limit) {
    return limit.kind() == Kind.DNS
        && limit.ascii().startsWith(".")
        && Names.isHost(limit.ascii().substring(1));
  }

  private static boolean isWellFormed(AlternativeName limit) {
    var text = limit.ascii();
    return switch (limit.kind()) {
      case DNS -> text.isEmpty() || Names.isHost(text);
      case IP -> isNetwork(limit.value());
      case EMAIL -> text.indexOf('@') >= 0 ? Names.isMailbox(text) : isHostOrBelow(text);
      case URI -> isHostOrBelow(text);
      case DIRECTORY -> Names.isWellFormed(limit);
      case OTHER, X400, EDI_PARTY, REGISTERED_ID -> true;
    };
  }

  private static boolean isHostOrBelow(String text) {
    return text.isEmpty() || Names.isHost(text.startsWith(".") ? text.substring(1) : text);
  }

  /// An address, and a mask whose ones all come first (RFC 4632 §3.1).
  private static boolean isNetwork(Octets octets) {
    int size = octets.size() / 2;
    if (octets.size() != 8 && octets.size() != 32) {
      return false;
    }
    boolean ended = false;
    for (int bit = 0; bit < 8 * size; bit++) {
      boolean one = (octets.at(size + bit / 8) & 0x80 >> bit % 8) != 0;
      if (one && ended) {
        return false;
      }
      ended |= !one;
    }
    return true;
  }
}
