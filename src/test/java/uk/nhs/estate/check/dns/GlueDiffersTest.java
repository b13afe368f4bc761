package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.ONE_V6;
import static uk.nhs.estate.check.dns.SpoiltServers.TWO;
import static uk.nhs.estate.check.dns.SpoiltServers.delegated;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.record;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;

class GlueDiffersTest extends ReferralCheckTest {
  GlueDiffersTest() {
    super(new GlueDiffers());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(),
        Stream.of(
            passes(
                "the same address",
                delegated(
                    dns(), List.of(NS1, NS2), record(NS1, "A", ONE), record(NS1, "AAAA", ONE_V6))),
            passes(
                "one of several addresses",
                delegated(
                    dns(found(NS1, "A", ONE, "192.0.2.54")),
                    List.of(NS1, NS2),
                    record(NS1, "A", ONE))),
            fails(
                "an address that the name does not have",
                new Verdict.Fail(
                    NS1,
                    "the delegation has 192.0.2.99; its own zone has 192.0.2.53, 2001:db8:1::53"),
                delegated(
                    dns(),
                    List.of(NS1, NS2),
                    record(NS1, "A", ONE),
                    record(NS1, "A", "192.0.2.99"),
                    record(NS2, "A", TWO))),
            fails(
                "the address of a name that has none",
                new Verdict.Fail(NS1, "its own zone has none"),
                delegated(
                    dns(nxdomain(NS1, "A"), nxdomain(NS1, "AAAA")),
                    List.of(NS1, NS2),
                    record(NS1, "A", ONE))),
            fails(
                "what is hidden is neither found nor resolved",
                new Verdict.Fail(List.of(new Fault(NS2, "192.0.2.99")), List.of(NS1)),
                delegated(
                    dns(unasked(NS1, "A")),
                    List.of(NS2, NS1),
                    record(NS1, "A", "192.0.2.99"),
                    record(NS2, "A", "192.0.2.99"))),
            cannotTell(
                "its addresses could not be asked",
                NS1,
                delegated(dns(unasked(NS1, "A")), List.of(NS1), record(NS1, "A", ONE))),
            passes(
                "what could not be asked is not in the delegation",
                delegated(dns(unasked(NS1, "AAAA")), List.of(NS1), record(NS1, "A", ONE)))));
  }
}
