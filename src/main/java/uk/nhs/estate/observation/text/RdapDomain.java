package uk.nhs.estate.observation.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What RDAP says of a registered name (RFC 9083 §5.3), as far as it tells how it is registered.
///
/// What is missing, too long, or not of the type that the standard gives it is absent: one odd part
/// spoils no other.
///
/// @param name the name that the answer is about, in lower case without a trailing dot; empty when
///     it does not say
/// @param registrar through whom it is registered (§10.2.4)
/// @param events the last moment of each thing that happened or will happen, by its name in lower
///     case (§4.5, §10.2.3)
/// @param statuses as written, each once (§4.6, §10.2.2, RFC 8056 §2)
/// @param delegationSigned whether the registry publishes a DS record
public record RdapDomain(
    String name,
    Optional<Registrar> registrar,
    SortedMap<String, Instant> events,
    List<String> statuses,
    Optional<Boolean> delegationSigned) {

  /// No answer is read beyond this, in octets.
  public static final int LARGEST = 256 * 1024;

  private static final int DEEPEST = 64;
  private static final int MOST = 200;
  private static final int LONGEST = 255;
  private static final String DATABASE_UPDATE = "last update of rdap database";

  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // others choose them
              .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  public RdapDomain {
    events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
    statuses = List.copyOf(statuses);
  }

  /// A registrar.
  ///
  /// @param name its formatted name in its contact card (RFC 7095, RFC 6350 §6.2.1)
  /// @param ianaId its number among the registrars that ICANN accredits (§4.8); others have none
  public record Registrar(Optional<String> name, Optional<String> ianaId) {}

  /// Reads an answer; empty when it is no JSON, or its JSON is no domain object (§4.9).
  public static Optional<RdapDomain> parse(byte[] octets) {
    if (octets.length > LARGEST) {
      return Optional.empty();
    }
    try {
      return of(JSON.readTree(octets));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<RdapDomain> of(JsonNode domain) {
    if (!domain.path("objectClassName").asText().equals("domain")) {
      return Optional.empty();
    }
    var signed = domain.path("secureDNS").path("delegationSigned");
    return Optional.of(
        new RdapDomain(
            name(text(domain.path("ldhName")).orElse("")),
            items(domain.path("entities")).stream()
                .filter(entity -> texts(entity.path("roles")).contains("registrar"))
                .findFirst()
                .map(RdapDomain::registrar),
            events(domain.path("events")),
            texts(domain.path("status")),
            signed.isBoolean() ? Optional.of(signed.booleanValue()) : Optional.empty()));
  }

  private static String name(String written) {
    var lower = written.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static Registrar registrar(JsonNode entity) {
    return new Registrar(
        items(entity.path("vcardArray").path(1)).stream()
            .filter(property -> property.path(0).asText().equals("fn"))
            .findFirst()
            .flatMap(property -> text(property.path(3))),
        items(entity.path("publicIds")).stream()
            .filter(id -> id.path("type").asText().equalsIgnoreCase("IANA Registrar ID"))
            .findFirst()
            .flatMap(id -> text(id.path("identifier"))));
  }

  private static SortedMap<String, Instant> events(JsonNode events) {
    var latest = new TreeMap<String, Instant>();
    for (var event : items(events)) {
      var action = text(event.path("eventAction"));
      var moment = text(event.path("eventDate")).flatMap(RdapDomain::moment);
      if (action.isPresent() && moment.isPresent()) {
        latest.merge(
            action.get().toLowerCase(Locale.ROOT),
            moment.get(),
            (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    return latest;
  }

  /// A date of RFC 3339, whose years have four digits; one without its offset from UTC could be a
  /// day off, and is no date.
  private static Optional<Instant> moment(String text) {
    try {
      var date = OffsetDateTime.parse(text);
      return Optional.of(date)
          .filter(it -> it.getYear() >= 0 && it.getYear() <= 9999)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static List<JsonNode> items(JsonNode array) {
    var items = new ArrayList<JsonNode>();
    for (int at = 0; array.isArray() && at < Math.min(array.size(), MOST); at++) {
      items.add(array.path(at));
    }
    return items;
  }

  private static List<String> texts(JsonNode array) {
    return items(array).stream()
        .map(RdapDomain::text)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && node.textValue().length() <= LONGEST
        ? Optional.of(node.textValue().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /// When the name was registered.
  public Optional<Instant> created() {
    return Optional.ofNullable(events.get("registration"));
  }

  /// When the registration ends unless it is renewed.
  public Optional<Instant> expires() {
    return Optional.ofNullable(events.get("expiration"));
  }

  /// When the registration was changed last.
  public Optional<Instant> lastChanged() {
    return Optional.ofNullable(events.get("last changed"));
  }

  /// Whether it has a status, such as `client hold`. Some registries write it as EPP does, such as
  /// `clientHold`, which means the same (RFC 8056 §2).
  public boolean has(String status) {
    return statuses.stream().anyMatch(one -> letters(one).equals(letters(status)));
  }

  private static String letters(String status) {
    return status
        .toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> c >= 'a' && c <= 'z')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /// All of it in lines, without when the registry's database was updated: the same lines as long
  /// as the registration is the same.
  public String steady() {
    var lasting = new TreeMap<>(events);
    lasting.remove(DATABASE_UPDATE);
    return Stream.of(
            name, registrar, lasting, statuses.stream().sorted().toList(), delegationSigned)
        .map(String::valueOf)
        .collect(Collectors.joining("\n"));
  }
}
