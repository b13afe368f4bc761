package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.unsigned;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

/// What holds for every check of a signed zone.
abstract class SigningCheckTest extends CheckTest {

  SigningCheckTest(Check check) {
    super(check);
  }

  /// What the check alone must get right.
  abstract Stream<Example> own();

  @Override
  protected final Stream<Example> examples() {
    return Stream.concat(
        own(),
        Stream.of(
            doesNotApply("an unsigned zone", "nobody can validate it: nhs.uk proves", unsigned()),
            doesNotApply("a name in another zone", "no zone of its own", dns(absent(NAME, "NS"))),
            cannotTell("nobody validated", "nobody validated", withSecurity(dns(), null)),
            cannotTellWithout(Topic.DNS)));
  }
}
