package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.dnsOfAll;
import static uk.nhs.estate.sample.SoundDomain.withServers;
import static uk.nhs.estate.sample.SoundServers.server;
import static uk.nhs.estate.sample.SoundServers.silent;
import static uk.nhs.estate.sample.SoundServers.with;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;

class ServersDisagreeTest extends SigningCheckTest {
  ServersDisagreeTest() {
    super(new ServersDisagree());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("all of them are sound"),
        doesNotApply(
            "all of them are bogus, which is the fault of another check",
            "no server's answers hold",
            dnsOfAll(server -> with(server, STALE))),
        fails(
            "one of them sends old signatures",
            new Verdict.Fail(
                "ns2.dns.test (198.51.100.53)", STALE.reason().words() + ": SOA, key tag 2371"),
            dns("198.51.100.53", server -> with(server, STALE))),
        fails(
            "one of them does not sign",
            new Verdict.Fail("ns1.dns.test (192.0.2.53)", "no keys"),
            dns("192.0.2.53", server -> with(server, new Security.Insecure("no keys")))),
        fails(
            "what is hidden is neither found nor resolved",
            new Verdict.Fail(
                List.of(new Fault("ns1.dns.test (192.0.2.53)", "expired")),
                List.of("ns2.dns.test (198.51.100.53)")),
            withServers(
                dns(),
                List.of(
                    with(server(NS1, "192.0.2.53"), STALE),
                    silent(NS2, "198.51.100.53"),
                    server(NS2, "2001:db8:2::53")))),
        doesNotApply(
            "a single server", "only one", withServers(dns(), List.of(server(NS1, "192.0.2.53")))),
        cannotTell(
            "one of them is silent",
            "ns2.dns.test (198.51.100.53)",
            dns("198.51.100.53", _ -> silent(NS2, "198.51.100.53"))),
        cannotTell(
            "one of them could not be validated",
            "ns2.dns.test (198.51.100.53)",
            dns(
                "198.51.100.53",
                server ->
                    with(server, new Security.Unchecked(new Obstacle(Obstacle.Kind.TIMED_OUT))))),
        cannotTell("nobody was asked", "no name server", withServers(dns(), List.of())));
  }

  private static final Security.Bogus STALE =
      new Security.Bogus(Security.Reason.SIGNATURE_EXPIRED, "SOA, key tag 2371");
}
