package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;

/// Tests a check that compares what the parent's servers say with what the zone says.
abstract class BothSidesCheckTest extends ReferralCheckTest {
  BothSidesCheckTest(Check check) {
    super(check);
  }

  @Override
  Stream<Example> usual() {
    return Stream.concat(
        super.usual(),
        Stream.of(
            cannotTell(
                "the zone's servers could not be asked for", "in time", dns(unasked(NAME, "NS")))));
  }
}
