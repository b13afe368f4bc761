package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.TWO;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.check.dns.SpoiltServers.silentAt;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.dnsOfAll;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundDomain.withServers;
import static uk.nhs.estate.sample.SoundServers.server;
import static uk.nhs.estate.sample.SoundServers.silent;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.NotAsked;
import uk.nhs.estate.observation.Asked.Outcome;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

/// Tests a check that judges every name server by itself.
abstract class ServerCheckTest extends CheckTest {
  ServerCheckTest(Check check) {
    super(check);
  }

  /// What goes for every such check.
  ///
  /// @param question whose answer it needs
  Stream<Example> usual(Question question) {
    return Stream.of(
        passes("sound servers"),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        doesNotApply(
            "a name that does not exist",
            "not exist",
            withParents(dns(nxdomain(NAME, "NS")), List.of())),
        cannotTell(
            "the scan level does not allow the question",
            "the scan level does not allow it",
            dnsOfAll(
                server ->
                    SoundServers.with(
                        server, question, new NotAsked("the scan level does not allow it")))),
        cannotTell("one server stays silent", TWO + ": ", silentAt(TWO)),
        cannotTell(
            "the addresses of a name server could not be asked",
            NS2 + ": its addresses could not be asked",
            dns(unasked(NS2, "AAAA"))),
        cannotTell(
            "no server was asked", "none of the name servers", withServers(dns(), List.of())),
        cannotTellWithout(Topic.DNS));
  }

  /// One server gives an answer that is wrong, while another one is silent.
  Example failsBesideSilence(Outcome wrong) {
    return fails(
        "what is hidden is neither found nor resolved",
        new Verdict.Fail(List.of(new Fault(ONE, "SOA by UDP: ")), List.of(TWO)),
        withServers(
            dns(),
            List.of(SoundServers.with(server(NS1, ONE), Question.SOA, wrong), silent(NS2, TWO))));
  }

  /// The fault is found at one address, and nowhere else.
  Example fails(String sentence, String address, String evidence, DnsFacts spoilt) {
    return fails(sentence, new Verdict.Fail(address, evidence), spoilt);
  }
}
