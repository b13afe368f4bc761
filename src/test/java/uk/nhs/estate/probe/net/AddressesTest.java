package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookup.Absent;
import uk.nhs.estate.observation.Lookup.Answer;
import uk.nhs.estate.observation.Lookup.Found;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.Lookup.Unasked;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;

class AddressesTest {
  private static final Answer NODATA = new Absent(Absence.NODATA, List.of());
  private static final Answer UNASKED = new Unasked(new Obstacle(Kind.NAME_SERVERS_SILENT));

  @Test
  void triesIpv4FirstAndEachKindInOrder() {
    assertThat(in(found("203.0.113.200", "203.0.113.3", "8.0.0.1"), found("2a00::2", "2a00::1")))
        .isEqualTo(
            new Addresses.Known(
                Stream.of("8.0.0.1", "203.0.113.3", "203.0.113.200", "2a00::1", "2a00::2")
                    .map(InetAddress::ofLiteral)
                    .toList(),
                true));
  }

  @Test
  void knowsWhenSomeCouldNotBeAskedFor() {
    assertThat(in(found("203.0.113.3"), UNASKED))
        .isInstanceOfSatisfying(
            Addresses.Known.class, known -> assertThat(known.complete()).isFalse());
  }

  @Test
  void hasNoneWhenBothAreAbsent() {
    assertThat(in(NODATA, NODATA))
        .isEqualTo(new Addresses.None(new Obstacle(Kind.NO_ADDRESS, "it has no A or AAAA record")));
    assertThat(in(new Absent(Absence.NXDOMAIN, List.of("web.test", "gone.test")), NODATA))
        .isEqualTo(
            new Addresses.None(
                new Obstacle(
                    Kind.NO_ADDRESS, "it is an alias of gone.test, which does not exist")));
  }

  @Test
  void doesNotTakeASilenceForAnAbsence() {
    assertThat(in(NODATA, UNASKED))
        .isEqualTo(new Addresses.None(new Obstacle(Kind.NAME_SERVERS_SILENT)));
  }

  private static Addresses in(Answer a, Answer aaaa) {
    return Addresses.in(
        new AddressFacts(
            Instant.EPOCH, new Lookup("x.test", "A", a), new Lookup("x.test", "AAAA", aaaa)));
  }

  private static Answer found(String... data) {
    return new Found(
        List.of(), Stream.of(data).map(d -> new ResourceRecord("x.test", 60, "A", d)).toList());
  }
}
