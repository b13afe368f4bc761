package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;

class OfferTest {
  private static final String ZEROS = "00".repeat(32);

  @ParameterizedTest
  @CsvSource({
    "1603020030 0200002c 0302 Z 00 002f, 0x0302, 0x002f",
    "1603010030 0200002c 0301 Z 04 01020304 c013, 0x0301, 0xc013",
    "1603000030 0200002c 0300 Z 00 000a, 0x0300, 0x000a",
    "1503010002 0170 1603010030 0200002c 0301 Z 00 000a, 0x0301, 0x000a",
  })
  void hearsWhichOldVersionIsAgreedOn(String answer, String version, String suite)
      throws IOException {
    assertThat(offer(Offer.OLD, answer))
        .isEqualTo(new Offer.Agreed(Integer.decode(version), Integer.decode(suite)));
  }

  @ParameterizedTest
  @CsvSource({
    "1503010002 0246, alert 70",
    "1503010002 0170 1503010002 0170 1503010002 0170 1503010002 0170, no handshake",
    "1603030030 0200002c 0303 Z 00 c02f, answered in TLS 1.2",
    "1603030030 0200002c 0101 Z 00 c02f, answered in version 0x0101",
    "1603010030 0b00002c, no ServerHello",
    "48545450, no handshake",
    "1603, it hung up",
    "'', it hung up",
  })
  void hearsThatNoneIs(String answer, String how) throws IOException {
    assertThat(offer(Offer.OLD, answer)).isEqualTo(new Offer.Declined(how));
  }

  @Test
  void takesNoOlderVersionForTheOneThatBrowsersOffer() throws IOException {
    assertThat(offer(Offer.BROWSERS, "1603010030 0200002c 0301 Z 00 c013"))
        .isEqualTo(new Offer.Declined("answered in TLS 1.0"));
    assertThat(offer(Offer.BROWSERS, "1603030030 0200002c 0303 Z 00 009c"))
        .isEqualTo(new Offer.Agreed(0x0303, 0x009c));
  }

  @Test
  void namesTheHostAndTheHighestVersion() throws IOException {
    var heard = new AtomicReference<byte[]>();
    try (var server = LoneServer.start(visitor -> heard.set(LoneServer.record(visitor)))) {
      offer(Offer.OLD, server.port());

      assertThat(heard.get()).startsWith(1, 0).containsSequence(0x03, 0x02);
      assertThat(new String(heard.get(), StandardCharsets.ISO_8859_1)).contains("mx.ferry.test");
      assertThat(heard.get()[4]).isEqualTo((byte) 3);
      assertThat(heard.get()[5]).isEqualTo((byte) 2);
    }
  }

  @Test
  void doesNotTakeSilenceForAnAnswer() throws IOException {
    try (var server = LoneServer.start(LoneServer.silent())) {
      assertThatThrownBy(() -> offer(Offer.OLD, server.port()))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static Offer.Answer offer(Offer offer, String answer) throws IOException {
    var octets = HexFormat.of().parseHex(answer.replace("Z", ZEROS).replace(" ", ""));
    try (var server =
        LoneServer.start(
            visitor -> {
              LoneServer.record(visitor);
              visitor.getOutputStream().write(octets);
            })) {
      return offer(offer, server.port());
    }
  }

  private static Offer.Answer offer(Offer offer, int port) throws IOException {
    var settings =
        Lab.smtp(Lab.settings(new InetSocketAddress(LoneServer.home(), 53), 80, 443), port);
    try (var dialler = new Dialler(settings);
        var line = dialler.dial(LoneServer.home(), port, TimeLimit.of(Duration.ofMillis(700)))) {
      return offer.on(line, "mx.ferry.test");
    }
  }
}
