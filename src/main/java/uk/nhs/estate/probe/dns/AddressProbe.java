package uk.nhs.estate.probe.dns;

import java.time.InstantSource;
import java.util.List;
import uk.nhs.estate.observation.AddressFacts;

/// Asks for the addresses of a host.
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
    return new AddressFacts(when, answers.getFirst(), answers.getLast());
  }
}
