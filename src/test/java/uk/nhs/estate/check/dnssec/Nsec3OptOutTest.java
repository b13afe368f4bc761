package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.denying;
import static uk.nhs.estate.check.dnssec.SigningSamples.unsigned;
import static uk.nhs.estate.check.dnssec.SigningSamples.withHiddenDenial;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class Nsec3OptOutTest extends CheckTest {
  Nsec3OptOutTest() {
    super(new Nsec3OptOut());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("NSEC"),
        passes("no opt-out", denying(dns(), "NSEC3", "1 0 0 - 2VPTU6 A")),
        passes("no parameters", withHiddenDenial()),
        fails("opt-out", "NSEC3 with opt-out", denying(dns(), "NSEC3", "1 1 0 - 2VPTU6 A")),
        cannotTell(
            "the parameters do not tell",
            "no NSEC3 record was seen",
            withHiddenDenial(found(NAME, "NSEC3PARAM", "1 0 0 -"))),
        cannotTell(
            "neither denials nor parameters could be asked for",
            "in time",
            withHiddenDenial(unasked(NAME, "NSEC3PARAM"))),
        doesNotApply("an unsigned zone", "nobody can validate it: nhs.uk proves", unsigned()),
        doesNotApply("a name in another zone", "no zone of its own", dns(absent(NAME, "NS"))),
        cannotTell("nobody validated", "nobody validated", withSecurity(dns(), null)),
        cannotTellWithout(Topic.DNS));
  }
}
