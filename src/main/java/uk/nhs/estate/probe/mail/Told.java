package uk.nhs.estate.probe.mail;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.PointedAt;

/// Everything that one look at a domain's mail was told by the DNS; what the look at the domain's
/// DNS was told before is not asked again.
///
/// Used by the threads of one look together.
final class Told implements Lookups {
  private record Question(String name, String type) {
    static Question of(String name, String type) {
      return new Question(Asked.plain(name), type);
    }
  }

  private final Lookups live;
  private final Map<Question, Lookup> known = new ConcurrentHashMap<>();
  private final Map<Question, Lookup> told = new ConcurrentHashMap<>();

  /// @param dns what is known already
  /// @param live asks what is not, each question once
  Told(DnsFacts dns, Lookups live) {
    this.live = live;
    List.of(dns.soa(), dns.ns(), dns.caa()).forEach(this::know);
    dns.records().forEach(this::know);
    dns.nameServerAddresses().forEach(this::know);
    dns.targets().forEach(this::know);
  }

  private void know(PointedAt target) {
    know(target.a());
    know(target.aaaa());
    if (target.registered() != null) {
      know(target.registered());
    }
  }

  private void know(Lookup lookup) {
    known.putIfAbsent(Question.of(lookup.name(), lookup.type()), lookup);
  }

  @Override
  public Lookup asked(String name, String type) {
    var question = Question.of(name, type);
    var before = known.get(question);
    var answer = before == null ? live.asked(name, type) : before;
    told.put(question, answer);
    return answer;
  }

  /// All that was asked for, in a fixed order.
  List<Lookup> all() {
    return told.values().stream()
        .sorted(Comparator.comparing(Lookup::name).thenComparing(Lookup::type))
        .toList();
  }
}
