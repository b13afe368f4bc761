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

class Nsec3SaltTest extends CheckTest {
  Nsec3SaltTest() {
    super(new Nsec3Salt());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("NSEC"),
        passes("no salt", denying(dns(), "NSEC3", "1 0 5 - 2VPTU6 A")),
        fails("a salt", "salt AABBCCDD", denying(dns(), "NSEC3", "1 0 0 aabbccdd 2VPTU6 A")),
        fails(
            "only the parameters tell",
            "salt AB",
            withHiddenDenial(found(NAME, "NSEC3PARAM", "1 0 0 AB"))),
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
