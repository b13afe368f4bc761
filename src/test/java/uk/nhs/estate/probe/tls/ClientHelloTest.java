package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientHelloTest {
  private static final ClientHello PLAIN =
      ClientHello.of(0x0303, List.of(0xc02f, 0x009c)).random(new byte[32]);

  @Test
  void isWrittenAsTheStandardSays() {
    assertThat(hex(PLAIN.octets()))
        .isEqualTo(
            "16 0301 002f 01 00002b 0303 %s 00 0004 c02f 009c 01 00"
                .formatted("00".repeat(32))
                .replace(" ", ""));
    assertThat(hex(ClientHello.of(0x0300, List.of(0x000a)).octets())).startsWith("160300");
  }

  @Test
  void carriesItsExtensionsInOrder() {
    var hello =
        PLAIN
            .serverName("a.test")
            .groups(List.of(0x11ec, 0x001d))
            .keyShares(List.of())
            .versions(List.of(0x0304, 0x0303))
            .alpn(List.of("h2"));

    assertThat(hex(hello.message()))
        .endsWith(
            ("0100 0031 0000 000b 0009 00 0006 612e74657374 000a 0006 0004 11ec 001d 0033 0002 0000"
                    + " 002b 0005 04 0304 0303 0010 0005 0003 02 6832")
                .replace(" ", ""));
    assertThat(hello.groups()).containsExactly(0x11ec, 0x001d);
    assertThat(hello.versions()).containsExactly(0x0304, 0x0303);
    assertThat(hello.groups(List.of(0x0017)).extensions())
        .extracting(Extension::type)
        .containsExactly(0, 10, 51, 43, 16);
    assertThat(hello.serverName(null).extension(Extension.SERVER_NAME)).isEmpty();
  }

  @Test
  void canBePaddedToALength() {
    assertThat(PLAIN.paddedTo(512).message()).hasSize(512);
    assertThat(PLAIN.paddedTo(600).paddedTo(512).message()).hasSize(512);
    assertThat(PLAIN.paddedTo(20)).isEqualTo(PLAIN);
  }

  @Test
  void canSayThingsThatMeanNothing() {
    var greased = PLAIN.groups(List.of(0x001d)).greased();

    assertThat(greased.suites()).hasSize(3).first().matches(ClientHello::isGrease);
    assertThat(greased.groups()).hasSize(2).first().matches(ClientHello::isGrease);
    assertThat(greased.extensions().getLast().type()).matches(ClientHello::isGrease);
    assertThat(IntStream.of(0x0a1a, 0xc02f, 0x1301)).noneMatch(ClientHello::isGrease);
  }

  @Test
  void goesOverSeveralRecordsWhenItIsLarge() throws IOException {
    var large = PLAIN.paddedTo(20_000);
    var messages =
        new Messages(new WireRecords(new ByteArrayInputStream(large.octets()), 30_000), 30_000);

    var message = (Message.Handshake) Objects.requireNonNull(messages.next());
    assertThat(message.octets()).isEqualTo(large.message());
    assertThat(messages.next()).isNull();
  }

  @Test
  void hasAFormForSsl2() {
    assertThat(hex(Ssl2.clientHello(List.of(0x0700c0, 0x010080))))
        .startsWith("801f 01 0002 0006 0000 0010 0700c0 010080".replace(" ", ""))
        .hasSize(2 * 33);
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }
}
