package uk.nhs.estate.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.text.RdapDomain;

/// Lays out a domain's registration for people.
final class SeenRegistration {
  private SeenRegistration() {}

  static List<SeenTopic.Block> blocks(RegistrationFacts facts) {
    var pairs = new ArrayList<SeenTopic.Pair>();
    pairs.add(pair("Registered name", facts.name()));
    return switch (facts.outcome()) {
      case RegistrationFacts.Answered answered -> {
        answered.domain().ifPresent(domain -> pairs.addAll(pairs(domain)));
        pairs.add(pair("Asked", answered.url()));
        yield List.of(
            new SeenTopic.Pairs("Registration", pairs),
            SeenFacts.sent("What the registry answered", answered.json()));
      }
      case RegistrationFacts.NotFound(var url) ->
          alone(pairs, "None: the registry's service does not know the name (" + url + ")");
      case RegistrationFacts.NoService _ ->
          alone(pairs, "Could not ask: no RDAP service is known for such names");
      case RegistrationFacts.KeptApart apart -> alone(pairs, "Not asked: " + apart.words());
    };
  }

  private static List<SeenTopic.Block> alone(List<SeenTopic.Pair> pairs, String answer) {
    pairs.add(pair("Registration", answer));
    return List.of(new SeenTopic.Pairs("Registration", pairs));
  }

  private static List<SeenTopic.Pair> pairs(RdapDomain domain) {
    return List.of(
        pair(
            "Registrar",
            domain.registrar().flatMap(RdapDomain.Registrar::name).orElse("Not given")),
        pair(
            "Registrar's IANA number",
            domain.registrar().flatMap(RdapDomain.Registrar::ianaId).orElse("None")),
        pair("Registered", domain.created()),
        pair("Last changed", domain.lastChanged()),
        pair("Expires", domain.expires()),
        new SeenTopic.Pair(
            "Status",
            Visible.lines(domain.statuses().isEmpty() ? List.of("Not given") : domain.statuses())),
        pair(
            "DS record at the registry",
            domain.delegationSigned().map(signed -> signed ? "Yes" : "No").orElse("Not given")));
  }

  private static SeenTopic.Pair pair(String name, Optional<Instant> moment) {
    return new SeenTopic.Pair(name, When.at(moment.orElse(null), "Not given"));
  }

  private static SeenTopic.Pair pair(String name, String value) {
    Content shown = Visible.of(value);
    return new SeenTopic.Pair(name, shown);
  }
}
