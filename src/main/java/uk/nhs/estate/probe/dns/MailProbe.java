package uk.nhs.estate.probe.dns;

import java.time.InstantSource;
import java.util.List;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.register.DomainName;

/// Asks what the DNS says of a domain's mail.
public final class MailProbe {
  private final Resolver resolver;
  private final InstantSource clock;

  public MailProbe(Resolver resolver, InstantSource clock) {
    this.resolver = resolver;
    this.clock = clock;
  }

  public MailFacts look(DomainName domain) {
    var when = clock.instant();
    var name = domain.ascii();
    var answers =
        resolver.ask(
            List.of(
                new Question(name, "MX"),
                new Question(name, "TXT"),
                new Question("_dmarc." + name, "TXT")));
    return new MailFacts(when, answers.getFirst(), answers.get(1), answers.getLast());
  }
}
