package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.PARENT;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundServers.denial;
import static uk.nhs.estate.sample.SoundServers.record;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class NameDoesNotExistTest extends CheckTest {
  NameDoesNotExistTest() {
    super(new NameDoesNotExist());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a domain that exists"),
        passes("a name without a zone of its own exists", dns(absent(NAME, "SOA"))),
        passes(
            "an alias that leads nowhere exists", dns(nxdomain(NAME, "SOA", "gone.supplier.test"))),
        passes("a name that its parent delegates exists", dns(nxdomain(NAME, "SOA"))),
        fails(
            "the DNS proves that it does not exist",
            "NXDOMAIN for trust.nhs.uk",
            withParents(dns(nxdomain(NAME, "SOA")), List.of())),
        fails(
            "the parent's server says so as well",
            "; ns1.nhs.test (192.0.2.1): NXDOMAIN, SOA of nhs.uk ns1.nhs.test. ",
            withParents(
                dns(nxdomain(NAME, "SOA")),
                List.of(
                    SoundServers.with(
                        SoundServers.parent("192.0.2.1"),
                        Question.NS,
                        denial(
                            record(
                                PARENT,
                                "SOA",
                                "ns1.nhs.test. dns.nhs.uk. 1 7200 3600 1209600 3600")))))),
        cannotTell("no name server answers", "in time", dns(unasked(NAME, "SOA"))),
        cannotTellWithout(Topic.DNS));
  }
}
