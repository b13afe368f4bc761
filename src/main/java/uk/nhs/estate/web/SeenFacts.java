package uk.nhs.estate.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Visit;

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
      case HttpFacts http ->
          Stream.of(http.plain(), http.secure(), http.securityTxt())
              .flatMap(visit -> visit(visit).stream())
              .toList();
    };
  }

  private static List<SeenTopic.Block> lookups(Stream<Lookup> lookups) {
    return List.of(SeenDns.lookups("What the DNS answered", lookups));
  }

  private static List<SeenTopic.Block> visit(Visit visit) {
    var blocks = new ArrayList<SeenTopic.Block>();
    blocks.add(
        new SeenTopic.Pairs(
            "Visit to " + visit.url(),
            List.of(new SeenTopic.Pair("How it ended", Visible.of(end(visit))))));
    int number = 0;
    for (var hop : visit.hops()) {
      number++;
      blocks.add(
          new SeenTopic.Sent(
              "Answer " + number + ": status " + hop.status() + " from " + hop.url(),
              "Asked "
                  + hop.endpoint()
                  + "; it took "
                  + Words.count(hop.milliseconds(), "millisecond.", "milliseconds."),
              hop.fields().stream().map(SeenFacts::line).collect(Collectors.joining("\n"))));
    }
    var body = visit.body();
    if (body != null && body.size() > 0) {
      blocks.add(sent("The text that came with it", body));
    }
    return blocks;
  }

  private static String end(Visit visit) {
    return switch (visit.end()) {
      case Visit.Answered _ -> "Answered with status " + visit.hops().getLast().status();
      case Visit.Endless _ -> "Its redirects never end";
      case Visit.NobodyListens _ -> "Nobody answers on this port";
      case Visit.Obstructed(var obstacle) -> "Could not see the rest: " + obstacle.words();
    };
  }

  private static String line(Hop.Field field) {
    return field.name() + ": " + field.value();
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
