package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.observation.DnsFacts;

class SoaMailboxMalformedTest extends SoaCheckTest {
  SoaMailboxMalformedTest() {
    super(new SoaMailboxMalformed());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(),
        Stream.of(
            passes("a mailbox with a full stop in it", mailbox("dns\\.team.trust.nhs.uk.")),
            fails("a mail address", "has an @", mailbox("dns\\@trust.nhs.uk.")),
            fails("no mail domain", "dns. has no mail domain", mailbox("dns.")),
            fails("a full stop is no border", "has no mail domain", mailbox("dns\\.team.")),
            fails("the root", "has no mail domain", mailbox(".")),
            fails(
                "the server itself",
                "root.localhost. has no mail domain",
                mailbox("root.localhost."))));
  }

  private static DnsFacts mailbox(String mailbox) {
    return dns(found(NAME, "SOA", NS1 + ". " + mailbox + " 1 7200 3600 1209600 3600"));
  }
}
