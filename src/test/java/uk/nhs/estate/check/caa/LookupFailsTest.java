package uk.nhs.estate.check.caa;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;
import static uk.nhs.estate.sample.SoundDomain.withServers;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class LookupFailsTest extends CheckTest {
  private static Lookup failed(Obstacle.Kind kind) {
    return new Lookup(NAME, "CAA", new Lookup.Unasked(new Obstacle(kind, "SERVFAIL")));
  }

  LookupFailsTest() {
    super(new LookupFails());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("records"),
        passes("no records is an answer", dns(absent(NAME, "CAA"))),
        fails(
            "an error, while the name servers answer other questions",
            "SERVFAIL",
            dns(failed(Obstacle.Kind.NAME_SERVERS_FAILED))),
        cannotTell(
            "silence may be an accident of the way there",
            "in time",
            dns(failed(Obstacle.Kind.NAME_SERVERS_SILENT))),
        cannotTell(
            "everything fails",
            "SERVFAIL",
            dns(failed(Obstacle.Kind.NAME_SERVERS_FAILED), unasked(NAME, "SOA"))),
        cannotTell(
            "the name servers themselves are silent: what else is known may be from memory",
            "SERVFAIL",
            withServers(
                dns(failed(Obstacle.Kind.NAME_SERVERS_FAILED)),
                List.of(SoundServers.silent(NS1, "192.0.2.53")))),
        cannotTell(
            "broken DNSSEC makes every question fail",
            "SERVFAIL",
            withSecurity(
                dns(failed(Obstacle.Kind.NAME_SERVERS_FAILED)),
                new Security.Bogus(Security.Reason.SIGNATURE_EXPIRED, "SOA"))),
        cannotTellWithout(Topic.DNS));
  }
}
