package uk.nhs.estate.observation.mail;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.Reading;
import uk.nhs.estate.observation.text.StsPolicy;
import uk.nhs.estate.observation.text.StsRecord;

/// What senders of mail find of a domain's MTA-STS (RFC 8461), who have not kept an older policy.
///
/// @param record what announces the policy
/// @param fetched what came of fetching the policy
public record Sts(Published<StsRecord> record, Fetched fetched) {

  /// How much of a policy is read: a body of that size may go on. A sender reads up to 64 KiB
  /// (§3.3), and no policy comes near either.
  public static final int MOST_OCTETS = 32 * 1024;

  /// What came of fetching the policy.
  public sealed interface Fetched {}

  /// It was seen what senders get.
  public sealed interface Seen extends Fetched {}

  /// Nobody went there.
  public record Unvisited() implements Fetched {}

  /// It could not be seen what senders get.
  public record Hidden(Obstacle obstacle) implements Fetched {}

  /// Senders get no policy.
  ///
  /// @param why what they get instead, in words without a full stop
  public record Refused(String why) implements Seen {}

  /// Senders do not believe who gives it to them (§3.3).
  ///
  /// @param why what is wrong with the certificate, in words without a full stop
  public record Untrusted(String why) implements Seen {}

  /// They get a text.
  ///
  /// @param contentType as it was sent; empty when it was not
  public record Served(String contentType, Reading<StsPolicy> policy) implements Seen {

    /// Whether it is said to be plain text, as it should be (§3.2).
    public boolean isPlainText() {
      var type = contentType.split(";", 2)[0].strip();
      return type.equalsIgnoreCase("text/plain");
    }
  }

  /// Reads it from what was seen.
  public static Sts of(MailFacts mail) {
    return new Sts(Published.sts(mail.name(), mail), fetched(mail.policy()));
  }

  /// The address of a domain's policy (§3.2).
  public static String url(String domain) {
    return "https://" + host(domain) + "/.well-known/mta-sts.txt";
  }

  /// The host of a domain's policy (§3.2).
  public static String host(String domain) {
    return "mta-sts." + domain;
  }

  /// The policy that senders go by; empty when there is none or when it could not be seen.
  public Optional<StsPolicy> policy() {
    return record instanceof Published.One
            && fetched instanceof Served(_, Reading.Valid<StsPolicy>(var policy))
        ? Optional.of(policy)
        : Optional.empty();
  }

  /// Whether a policy is served, announced or not.
  public boolean servesAPolicy() {
    return fetched instanceof Served(_, Reading.Valid<StsPolicy> _);
  }

  private static Fetched fetched(@Nullable Visit visit) {
    if (visit == null) {
      return new Unvisited();
    }
    // No redirect is followed (§3.3): whatever comes after it is nothing to senders.
    if (!visit.hops().isEmpty()) {
      var answer = visit.hops().getFirst();
      return answer.status() == 200 ? served(visit, answer) : refused(answer);
    }
    return switch (visit.end()) {
      case Visit.NobodyListens _ -> new Refused("nobody answers on the port for HTTPS");
      case Visit.Obstructed(var obstacle) -> obstructed(obstacle);
      case Visit.Answered _, Visit.Endless _ ->
          throw new IllegalStateException("A visit that was answered has a hop");
    };
  }

  private static Fetched obstructed(Obstacle obstacle) {
    return switch (obstacle.kind()) {
      case CERTIFICATE_REFUSED -> new Untrusted(obstacle.words());
      case HANDSHAKE_REFUSED, NO_ADDRESS -> new Refused(obstacle.words());
      case NAME_SERVERS_SILENT,
          NAME_SERVERS_FAILED,
          FORBIDDEN_ADDRESS,
          TIMED_OUT,
          CONNECTION_REFUSED,
          CONNECTION_RESET,
          UNREACHABLE,
          PROTOCOL_ERROR,
          SERVER_FAILED,
          TOO_LARGE,
          BLOCKED,
          OTHER_ZONE,
          SCAN_LEVEL,
          NOT_ASKED,
          SCANNER_FAULT ->
          new Hidden(obstacle);
    };
  }

  private static Fetched refused(Hop answer) {
    var said = "HTTP status " + answer.status();
    if (answer.mayHideThePage()) {
      return new Hidden(new Obstacle(Kind.SERVER_FAILED, said));
    }
    return new Refused(
        answer.status() / 100 == 3
            ? said
                + ", a redirect to "
                + String.join(", ", answer.values("Location"))
                + ", which senders must not follow"
            : said);
  }

  private static Fetched served(Visit visit, Hop answer) {
    if (visit.end() instanceof Visit.Obstructed(var obstacle)) {
      return new Hidden(obstacle);
    }
    var body = Objects.requireNonNullElseGet(visit.body(), () -> new Part(new byte[0]));
    if (body.size() >= MOST_OCTETS) {
      return new Hidden(new Obstacle(Kind.TOO_LARGE, MOST_OCTETS + " octets and more"));
    }
    var types = answer.values("Content-Type");
    return new Served(types.isEmpty() ? "" : types.getFirst(), StsPolicy.parse(body.text()));
  }
}
