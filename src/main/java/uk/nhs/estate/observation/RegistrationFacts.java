package uk.nhs.estate.observation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import uk.nhs.estate.observation.text.RdapDomain;

/// What the registry says of a domain's registration, by RDAP (RFC 9082, RFC 9083).
///
/// @param name the registered name: the domain, or the name above it that the registry knows
public record RegistrationFacts(Instant seenAt, String name, Outcome outcome) implements Facts {

  /// What came of asking.
  public sealed interface Outcome {}

  /// The registry has answered.
  ///
  /// @param url where the answer was found
  /// @param json the answer as it was sent
  public record Answered(String url, Part json) implements Outcome {
    /// What it says; nothing if it cannot be read.
    public Optional<RdapDomain> domain() {
      return RdapDomain.parse(json.bytes());
    }

    /// Whether it can be read, and is about a name or does not say about which.
    public boolean isAbout(String name) {
      return domain().filter(it -> it.name().isEmpty() || it.name().equals(name)).isPresent();
    }
  }

  /// The service does not know the name (RFC 7480 §5.3). That does not prove that nobody holds it:
  /// the bootstrap registry names one service for all of a top-level domain, and some names in it,
  /// such as those under `ac.uk`, stand in another register.
  ///
  /// @param url where it was asked for
  public record NotFound(String url) implements Outcome {}

  /// Nobody could be asked: the list of services has none for such names (RFC 9224 §4).
  public record NoService() implements Outcome {}

  /// Nobody was asked: such names are kept apart from the registers whose names expire, and have
  /// neither a registrar nor a date of expiry to show.
  ///
  /// @param reason in words that go on after "names under X"
  public record KeptApart(String suffix, String reason) implements Outcome {
    /// The reason, in a sentence without its full stop.
    public String words() {
      return "names under " + suffix + " " + reason;
    }
  }

  /// What is known of the registration, in one line.
  public String words() {
    return switch (outcome) {
      case Answered answered ->
          answered.domain().map(RegistrationFacts::words).orElse("an answer that cannot be read");
      case NotFound _ -> "the registry's service does not know the name";
      case NoService _ -> "could not ask: no RDAP service is known for such names";
      case KeptApart apart -> "not asked: " + apart.words();
    };
  }

  private static String words(RdapDomain domain) {
    return "registrar "
        + domain.registrar().flatMap(RdapDomain.Registrar::name).orElse("not given")
        + ", expires "
        + domain.expires().map(Instant::toString).orElse("not given")
        + ", status "
        + (domain.statuses().isEmpty() ? "not given" : String.join(", ", domain.statuses()));
  }

  @Override
  public RegistrationFacts seenAt(Instant when) {
    return new RegistrationFacts(when, name, outcome);
  }

  /// Of an answer, only what it says of the registration: its notices, the way it is written and
  /// the moment at which the registry's database was updated differ at every look.
  @Override
  public RegistrationFacts steady() {
    var steady =
        outcome instanceof Answered answered
            ? answered
                .domain()
                .<Outcome>map(domain -> steady(answered.url(), domain))
                .orElse(answered)
            : outcome;
    return new RegistrationFacts(Instant.EPOCH, name, steady);
  }

  private static Answered steady(String url, RdapDomain domain) {
    return new Answered(url, new Part(domain.steady().getBytes(StandardCharsets.UTF_8)));
  }
}
