package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.denying;
import static uk.nhs.estate.check.dnssec.SigningSamples.withHiddenDenial;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;

class Nsec3IterationsTest extends SigningCheckTest {
  Nsec3IterationsTest() {
    super(new Nsec3Iterations());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("NSEC"),
        passes("no more than one hash", denying(dns(), "NSEC3", "1 0 0 - 2VPTU6 A")),
        passes("NSEC, although there are parameters", dns(found(NAME, "NSEC3PARAM", "1 0 10 -"))),
        passes(
            "parameters without iterations",
            withHiddenDenial(found(NAME, "NSEC3PARAM", "1 0 0 AB"))),
        passes("no parameters", withHiddenDenial()),
        passes(
            "parameters that do not count",
            withHiddenDenial(found(NAME, "NSEC3PARAM", "1 1 10 -"))),
        fails("one more", "1 iterations", denying(dns(), "NSEC3", "1 0 1 - 2VPTU6 A")),
        fails(
            "the most of several",
            "150 iterations",
            denying(dns(), "NSEC3", "1 0 10 - 2VPTU6 A", "1 0 150 - 2VPTU6 A")),
        fails(
            "only the parameters tell",
            "10 iterations",
            withHiddenDenial(found(NAME, "NSEC3PARAM", "1 0 10 -"))),
        cannotTell(
            "neither denials nor parameters could be asked for",
            "in time",
            withHiddenDenial(unasked(NAME, "NSEC3PARAM"))));
  }
}
