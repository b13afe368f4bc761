package uk.nhs.estate.probe.dns;

import java.time.InstantSource;
import java.util.List;
import uk.nhs.estate.observation.AddressFacts;

/// Asks for the addresses of a host.
public final class AddressProbe {
  private final Resolver resolver;
  private final InstantSource clock;

  public AddressProbe(Resolver resolver, InstantSource clock) {
    this.resolver = resolver;
    this.clock = clock;
  }

  /// @param host a name as text, of a register entry or of a redirect
  public AddressFacts look(String host) {
    var when = clock.instant();
    var answers = resolver.ask(List.of(new Question(host, "A"), new Question(host, "AAAA")));
    return new AddressFacts(when, answers.getFirst(), answers.getLast());
  }

  /// The same of a site, with the CAA records that say who may issue its certificates.
  public AddressFacts lookAtSite(String host) {
    var facts = look(host);
    return facts.addresses().isEmpty()
        ? facts
        : new AddressFacts(facts.seenAt(), facts.a(), facts.aaaa(), CaaClimb.from(resolver, host));
  }
}
