package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.ONE_V6;
import static uk.nhs.estate.check.dns.SpoiltServers.delegated;
import static uk.nhs.estate.check.dns.SpoiltServers.delegatedTo;
import static uk.nhs.estate.check.dns.SpoiltServers.glue;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundServers.parent;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.referral;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.sample.SoundServers;

class GlueMissingTest extends ReferralCheckTest {
  private static final String OWN = "ns1." + NAME;

  GlueMissingTest() {
    super(new GlueMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(),
        Stream.of(
            passes(
                "servers outside the domain whose names end alike",
                delegatedTo("ns1.other-" + NAME)),
            passes(
                "an address of either kind",
                delegated(dns(), List.of(OWN, NS2), record(OWN, "AAAA", ONE_V6))),
            fails(
                "a server in the domain without one",
                new Verdict.Fail(
                    OWN,
                    "without an A or AAAA record in the referral of ns1.nhs.test (192.0.2.1),"
                        + " ns1.nhs.test (198.51.100.1)"),
                delegatedTo(OWN, NS2)),
            fails(
                "the domain itself is the server",
                new Verdict.Fail(NAME, "without an A or AAAA record"),
                delegatedTo(NAME)),
            passes(
                "servers of the parent that are not all up to date",
                withParents(
                    dns(),
                    List.of(
                        SoundServers.with(
                            parent("192.0.2.1"),
                            Question.NS,
                            glue(List.of(OWN), record(OWN, "A", ONE))),
                        SoundServers.with(
                            parent("198.51.100.1"), Question.NS, glue(List.of(OWN)))))),
            cannotTell(
                "the referral was cut off",
                "was cut off",
                withParents(
                    dns(),
                    List.of(
                        SoundServers.with(
                            parent("192.0.2.1"),
                            Question.NS,
                            SoundServers.with(
                                referral(NAME, List.of(OWN)),
                                0,
                                List.of("qr", "tc"),
                                List.of())))))));
  }
}
