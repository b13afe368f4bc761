package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.DnsFacts.NameServer;
import uk.nhs.estate.observation.Lookup.Found;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.sample.SoundDomain;

class LookupTest {

  @Test
  void cacheTimesAndOrderAreNoChange() {
    assertThat(
            lookup(new ResourceRecord("n", 5, "A", "b"), new ResourceRecord("n", 5, "A", "a"))
                .steady())
        .isEqualTo(
            lookup(new ResourceRecord("n", 9, "A", "a"), new ResourceRecord("n", 8, "A", "b"))
                .steady());
    assertThat(lookup(new ResourceRecord("n", 5, "A", "b")).steady())
        .isNotEqualTo(lookup(new ResourceRecord("n", 5, "A", "c")).steady());
  }

  @Test
  void whichServerHidAnAnswerIsNoChange() {
    assertThat(hidden(Kind.NAME_SERVERS_FAILED, "REFUSED").steady())
        .isEqualTo(hidden(Kind.NAME_SERVERS_FAILED, "SERVFAIL").steady())
        .isNotEqualTo(hidden(Kind.NAME_SERVERS_SILENT, "").steady());
  }

  private static Lookup hidden(Kind kind, String detail) {
    var obstacle = new Obstacle(kind, detail);
    return new Lookup("n", "A", new Lookup.Unasked(obstacle), new Security.Unchecked(obstacle));
  }

  @Test
  void onlyNxdomainForTheNameItselfProvesThatItDoesNotExist() {
    assertThat(nxdomain("n", "A").provesThatTheNameDoesNotExist()).isTrue();
    assertThat(nxdomain("n", "A", "alias").provesThatTheNameDoesNotExist()).isFalse();
    assertThat(absent("n", "A").provesThatTheNameDoesNotExist()).isFalse();
    assertThat(unasked("n", "A").provesThatTheNameDoesNotExist()).isFalse();
    assertThat(found("n", "A", "192.0.2.1").provesThatTheNameDoesNotExist()).isFalse();
  }

  @Test
  void anAnswerWithoutRecordsIsAbsent() {
    assertThatThrownBy(() -> new Found(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameServerIsOneHoweverItIsWritten() {
    var dns =
        SoundDomain.dns(
            found(SoundDomain.NAME, "NS", "NS1.dns.test.", "ns1.dns.test", "ns3.dns.test."));
    assertThat(dns.nameServers())
        .extracting(NameServer::name)
        .containsExactly("ns1.dns.test", "ns3.dns.test");
    assertThat(dns.nameServers().getFirst().addresses())
        .containsExactly("192.0.2.53", "2001:db8:1::53");
    assertThat(dns.nameServers().getFirst().isPartlyHidden()).isFalse();
    assertThat(dns.nameServers().getLast().isPartlyHidden()).isTrue();
  }

  private static Lookup lookup(ResourceRecord... records) {
    return new Lookup("n", "A", new Found(List.of(), List.of(records)));
  }
}
