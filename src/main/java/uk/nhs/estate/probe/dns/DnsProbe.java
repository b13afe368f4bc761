package uk.nhs.estate.probe.dns;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.RelevantCaa;
import uk.nhs.estate.register.DomainName;

/// Asks what the DNS says of a domain's delegation, and of who may issue certificates for it.
public final class DnsProbe {
  /// More name servers than any sound domain has; a hostile one may list hundreds.
  private static final int MOST_NAME_SERVERS = 32;

  private final Resolver resolver;
  private final InstantSource clock;

  public DnsProbe(Resolver resolver, InstantSource clock) {
    this.resolver = resolver;
    this.clock = clock;
  }

  public DnsFacts look(DomainName domain) {
    var when = clock.instant();
    var name = domain.ascii();
    var answers =
        resolver.ask(
            List.of(
                new Question(name, "SOA"), new Question(name, "NS"), new Question(name, "CAA")));
    var ns = answers.get(1);
    return new DnsFacts(
        when,
        answers.getFirst(),
        ns,
        addresses(ns),
        answers.getLast(),
        null,
        List.of(),
        List.of(),
        caaAbove(answers.getLast()),
        List.of(),
        null);
  }

  private List<Lookup> addresses(Lookup ns) {
    var questions =
        ns.data().stream()
            .map(DnsProbe::withoutDot)
            .flatMap(server -> Stream.of(new Question(server, "A"), new Question(server, "AAAA")))
            .toList();
    int most = Math.min(questions.size(), 2 * MOST_NAME_SERVERS);
    var answers = new ArrayList<>(resolver.ask(questions.subList(0, most)));
    questions.stream().skip(most).map(DnsProbe::tooMany).forEach(answers::add);
    return answers;
  }

  private List<Lookup> caaAbove(Lookup caa) {
    return caa.answer() instanceof Lookup.Absent
        ? CaaClimb.from(resolver, RelevantCaa.above(caa.name()))
        : List.of();
  }

  private static Lookup tooMany(Question question) {
    var obstacle =
        new Obstacle(Obstacle.Kind.TOO_LARGE, "more than " + MOST_NAME_SERVERS + " name servers");
    return new Lookup(question.name(), question.type(), new Lookup.Unasked(obstacle));
  }

  /// RDATA names are absolute: they end in a dot.
  private static String withoutDot(String name) {
    return name.length() > 1 ? name.substring(0, name.length() - 1) : name;
  }
}
