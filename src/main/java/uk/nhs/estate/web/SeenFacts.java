package uk.nhs.estate.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;

/// Lays out facts for people.
final class SeenFacts {
  private static final int MOST_OF_A_BODY = 4000;

  private SeenFacts() {}

  static SeenTopic of(Sighting sighting) {
    var title = Words.topic(sighting.topic());
    return switch (sighting) {
      case Sighting.Seen(_, var facts) -> new SeenTopic(title, null, blocks(facts));
      case Sighting.Unseen(_, var obstacle) -> new SeenTopic(title, obstacle.words(), List.of());
    };
  }

  private static List<SeenTopic.Block> blocks(Facts facts) {
    return switch (facts) {
      case DnsFacts dns -> SeenDns.blocks(dns);
      case MailFacts mail -> SeenMail.blocks(mail);
      case RegistrationFacts registration -> SeenRegistration.blocks(registration);
      case AddressFacts address ->
          lookups(
              Stream.concat(
                  Stream.of(address.a(), address.aaaa(), address.registered())
                      .filter(Objects::nonNull),
                  address.caa().stream()));
      case TlsFacts tls -> SeenTls.blocks(tls);
      case HttpFacts http -> SeenWeb.blocks(http);
    };
  }

  private static List<SeenTopic.Block> lookups(Stream<Lookup> lookups) {
    return List.of(SeenDns.lookups("What the DNS answered", lookups));
  }

  /// The beginning of a large part as text.
  static SeenTopic.Sent sent(String heading, Part body) {
    return new SeenTopic.Sent(heading, note(body), text(body));
  }

  private static String note(Part body) {
    return body.size() > MOST_OF_A_BODY
        ? "The first "
            + Words.number(MOST_OF_A_BODY)
            + " of "
            + Words.number(body.size())
            + " bytes."
        : Words.count(body.size(), "byte.", "bytes.");
  }

  private static String text(Part body) {
    var bytes = body.bytes();
    return new String(bytes, 0, Math.min(bytes.length, MOST_OF_A_BODY), StandardCharsets.UTF_8);
  }
}
