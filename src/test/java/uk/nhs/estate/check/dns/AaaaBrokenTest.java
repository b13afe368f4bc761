package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundDomain;

class AaaaBrokenTest extends CheckTest {
  AaaaBrokenTest() {
    super(new AaaaBroken());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("addresses of both kinds"),
        passes("no IPv6 address", dns(absent(NAME, "AAAA"))),
        fails(
            "a name that only exists for IPv4",
            new Verdict.Fail(NAME, "NXDOMAIN for AAAA; for A 192.0.2.80"),
            dns(nxdomain(NAME, "AAAA"))),
        fails(
            "an error for IPv6",
            new Verdict.Fail(NAME, "the name servers answered with an error for AAAA"),
            dns(
                new Lookup(
                    NAME, "AAAA", new Lookup.Unasked(new Obstacle(Kind.NAME_SERVERS_FAILED))))),
        fails(
            "at another name; what is hidden is neither found nor resolved",
            new Verdict.Fail(List.of(new Fault("www." + NAME, "NXDOMAIN")), List.of(NAME)),
            dns(
                unasked(NAME, "AAAA"),
                foundByAlias(List.of("cdn.test"), "www." + NAME, "A", "192.0.2.80"),
                nxdomain("www." + NAME, "AAAA", "cdn.test"))),
        doesNotApply(
            "no addresses", "has an IPv4 address", dns(absent(NAME, "A"), absent(NAME, "AAAA"))),
        cannotTell("no answer for IPv6", NAME, dns(unasked(NAME, "AAAA"))),
        cannotTell("no answer for IPv4", NAME, dns(unasked(NAME, "A"), nxdomain(NAME, "AAAA"))),
        cannotTell(
            "nobody asked",
            "nobody asked",
            SoundDomain.resolved(
                SoundDomain.SEEN, dns().soa(), dns().ns(), List.of(), dns().caa())),
        cannotTellWithout(Topic.DNS));
  }
}
