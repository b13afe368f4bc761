package uk.nhs.estate.probe.dns;

import java.time.InstantSource;
import java.util.List;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.PointedAt;

/// Asks for the addresses of a host and, when it is an alias of a name that does not exist, whether
/// the domain of that name does.
public final class AddressProbe {
  private final Names names;
  private final InstantSource clock;

  AddressProbe(Names names, InstantSource clock) {
    this.names = names;
    this.clock = clock;
  }

  /// @param host a name as text, of a register entry or of a redirect
  public AddressFacts look(String host) {
    var when = clock.instant();
    var answers = names.ask(List.of(new Question(host, "A"), new Question(host, "AAAA")));
    var facts = new AddressFacts(when, answers.getFirst(), answers.getLast());
    return facts
        .pointedAt()
        .filter(PointedAt::provesThatItDoesNotExist)
        .flatMap(PointedAt::registrable)
        .map(domain -> names.ask(List.of(new Question(domain.ascii(), "SOA"))).getFirst())
        .map(registered -> new AddressFacts(when, facts.a(), facts.aaaa(), registered, List.of()))
        .orElse(facts);
  }

  /// The same of a site, with the CAA records that say who may issue its certificates.
  public AddressFacts lookAtSite(String host) {
    var facts = look(host);
    return facts.addresses().isEmpty()
        ? facts
        : new AddressFacts(
            facts.seenAt(),
            facts.a(),
            facts.aaaa(),
            facts.registered(),
            CaaClimb.from(host, question -> names.ask(List.of(question)).getFirst()));
  }
}
