package uk.nhs.estate.observation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Asked.NotAsked;
import uk.nhs.estate.observation.Asked.Outcome;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;

/// What one address of a name server did with our questions about a zone.
///
/// @param names the name servers that have this address, in lower case
/// @param address IPv4 or IPv6
/// @param security what DNSSEC says of this server's own answers; none when nobody could validate
/// @param sent questions by UDP that were sent to it during this look, tries counted each
/// @param answered how many of them it answered
/// @param medianMillis the median time of its answers; 0 without any
public record ServerFacts(
    List<String> names,
    String address,
    List<Asked> asked,
    @Nullable Security security,
    int sent,
    int answered,
    long medianMillis) {

  public ServerFacts {
    names = List.copyOf(names);
    asked = List.copyOf(asked);
  }

  /// What came of a question.
  public Outcome outcome(Question question) {
    return asked.stream()
        .filter(one -> one.question() == question)
        .map(Asked::outcome)
        .findFirst()
        .orElse(new NotAsked("nobody asked", false));
  }

  /// The reply to a question, if there was one.
  public Optional<Replied> reply(Question question) {
    return outcome(question) instanceof Replied replied ? Optional.of(replied) : Optional.empty();
  }

  /// What came of the question for the SOA by UDP: without EDNS where only that was of use.
  public Outcome soa() {
    var plain = outcome(Question.SOA_WITHOUT_EDNS);
    return outcome(Question.SOA) instanceof Replied reply && reply.isUsable()
            || !(plain instanceof Replied)
        ? outcome(Question.SOA)
        : plain;
  }

  /// The whole answer to the question for the SOA: by TCP where UDP cut it off.
  public Optional<Replied> wholeSoa() {
    if (!(soa() instanceof Replied reply)) {
      return Optional.empty();
    }
    return reply.has("tc") ? reply(Question.SOA_BY_TCP) : Optional.of(reply);
  }

  /// Whether it sent any answer at all, by UDP or TCP.
  public boolean isAlive() {
    return asked.stream().anyMatch(one -> one.outcome() instanceof Replied);
  }

  /// The name and address, as people write it.
  public String label() {
    return String.join(", ", names) + " (" + address + ")";
  }

  ServerFacts steady() {
    boolean lossy = sent - answered > sent / 4;
    return new ServerFacts(
        names.stream().sorted().toList(),
        address,
        asked.stream().map(Asked::steady).toList(),
        Steady.of(security),
        lossy ? 1 : 0,
        0,
        medianMillis / 1000);
  }
}
