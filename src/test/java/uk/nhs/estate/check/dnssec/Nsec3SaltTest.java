package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.denying;
import static uk.nhs.estate.check.dnssec.SigningSamples.withHiddenDenial;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;

class Nsec3SaltTest extends SigningCheckTest {
  Nsec3SaltTest() {
    super(new Nsec3Salt());
  }

  @Override
  Stream<Example> own() {
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
            withHiddenDenial(unasked(NAME, "NSEC3PARAM"))));
  }
}
