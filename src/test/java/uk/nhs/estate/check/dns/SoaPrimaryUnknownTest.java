package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withTargets;

import java.util.stream.Stream;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.PointedAt;

class SoaPrimaryUnknownTest extends SoaCheckTest {
  private static final String OTHER = "dc1.trust.internal";

  SoaPrimaryUnknownTest() {
    super(new SoaPrimaryUnknown());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(),
        Stream.of(
            passes("the domain itself", primary(NAME)),
            passes(
                "a server with an address of one kind",
                withTargets(
                    primary(OTHER),
                    new PointedAt(OTHER, found(OTHER, "A", ONE), absent(OTHER, "AAAA"), null))),
            fails(
                "a server that does not exist",
                "dc1.trust.internal has neither an A nor an AAAA record",
                withTargets(
                    primary(OTHER),
                    new PointedAt(OTHER, nxdomain(OTHER, "A"), nxdomain(OTHER, "AAAA"), null))),
            fails(
                "a name server without address",
                "neither an A nor an AAAA record",
                dns(absent(NS1, "A"), absent(NS1, "AAAA"))),
            cannotTell("nobody asked for its addresses", OTHER, primary(OTHER)),
            cannotTell(
                "one of its addresses could not be asked",
                NS1,
                dns(absent(NS1, "A"), unasked(NS1, "AAAA")))));
  }

  private static DnsFacts primary(String name) {
    return dns(found(NAME, "SOA", name + ". dns.trust.nhs.uk. 1 7200 3600 1209600 3600"));
  }
}
