package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import uk.nhs.estate.probe.tls.Flight.Extent;

/// Whatever comes in, it is an answer, and what is in it can be read.
class FlightFuzzTest {

  @FuzzTest
  void survivesAnyOctets(byte[] octets) throws IOException {
    for (var extent : Extent.values()) {
      check(Flight.read(new ByteArrayInputStream(octets), extent));
    }
    check(Flight.readSsl2(new ByteArrayInputStream(octets)));
    check(read(ServerWords.fragmented(octets, 100)));
    check(read(ServerWords.handshake(ServerWords.hello(0x0303, 0xc02f), cut(octets))));
    check(read(ServerWords.handshake(ServerWords.message(2, cut(octets)))));
    for (int suite : List.of(0xc02f, 0x0033)) {
      check(
          read(
              ServerWords.handshake(
                  ServerWords.hello(0x0303, suite), ServerWords.message(12, cut(octets)))));
    }
  }

  @Property(tries = 300)
  void survivesAnyChangeOfASoundAnswer(
      @ForAll @Size(max = 6) List<@IntRange(max = 10_000) Integer> places,
      @ForAll byte value,
      @ForAll @IntRange(min = 1, max = 64) int segment)
      throws IOException {
    var octets =
        ServerWords.handshake(
            ServerWords.hello(0x0303, 0xc02f),
            ServerWords.certificate(new byte[20], new byte[30]),
            ServerWords.status(new byte[9]),
            ServerWords.point(0x001d, new byte[32], 0x0804),
            ServerWords.done());
    places.forEach(place -> octets[place % octets.length] = value);

    check(Flight.read(ServerWords.inSegments(octets, segment), Extent.WHOLE));
  }

  private static Answer read(byte[] octets) {
    return Flight.read(new ByteArrayInputStream(octets), Extent.WHOLE);
  }

  private static byte[] cut(byte[] octets) {
    return Arrays.copyOf(octets, Math.min(octets.length, 10_000));
  }

  private static void check(Answer answer) throws IOException {
    assertThat(answer).isNotInstanceOf(Answer.Unasked.class);
    if (answer instanceof Answer.Greeted greeted) {
      var hello = greeted.hello();
      assertThat(hello.chosenVersion()).isBetween(0, 0xffff);
      assertThat(hello.suite()).isBetween(0, 0xffff);
      hello.group();
      hello.key();
      hello.protocol();
    }
  }
}
