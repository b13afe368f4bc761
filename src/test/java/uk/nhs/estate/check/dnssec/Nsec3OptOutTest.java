package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.denying;
import static uk.nhs.estate.check.dnssec.SigningSamples.withHiddenDenial;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;

class Nsec3OptOutTest extends SigningCheckTest {
  Nsec3OptOutTest() {
    super(new Nsec3OptOut());
  }

  @Override
  Stream<Example> own() {
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
            withHiddenDenial(unasked(NAME, "NSEC3PARAM"))));
  }
}
