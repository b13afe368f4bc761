package uk.nhs.estate.check.address;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundSite.alias;
import static uk.nhs.estate.sample.SoundSite.dangling;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class AliasDomainFreeTest extends CheckTest {
  private static final String DOMAIN = "supplier.com";
  private static final String TARGET = "trust.supplier.com";

  AliasDomainFreeTest() {
    super(new AliasDomainFree());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no alias"),
        passes("an alias of a name that is there", alias(TARGET)),
        passes(
            "the domain of the target is registered",
            dangling(found(DOMAIN, "SOA", "ns1.supplier.com. x. 1 2 3 4 5"), TARGET)),
        passes("a domain without an SOA record is there", dangling(absent(DOMAIN, "SOA"), TARGET)),
        passes(
            "nobody but the NHS can register under nhs.uk",
            dangling(nxdomain("gone.nhs.uk", "SOA"), "www.gone.nhs.uk")),
        passes("nobody can register an internal name", dangling(null, "server.trust.local")),
        fails(
            "the registry does not know the domain",
            new Verdict.Fail(DOMAIN, "www.trust.nhs.uk → trust.supplier.com"),
            dangling(nxdomain(DOMAIN, "SOA"), TARGET)),
        fails(
            "below a suffix of a registry",
            new Verdict.Fail("supplier.co.uk", "→ www.supplier.co.uk"),
            dangling(nxdomain("supplier.co.uk", "SOA"), "www.supplier.co.uk")),
        cannotTell(
            "the registry could not be asked", "in time", dangling(unasked(DOMAIN, "SOA"), TARGET)),
        cannotTell(
            "nobody asked the registry", "nobody asked for supplier.com", dangling(null, TARGET)),
        cannotTellWithout(Topic.ADDRESS));
  }
}
