package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningTest {

  @Test
  void readsTheServerNameThatARealClientSends() throws Exception {
    assertThat(hello("www.Ferry.test").serverName()).contains("www.ferry.test");
  }

  @Test
  void readsAHelloWithoutAServerName() throws Exception {
    assertThat(hello(null).serverName()).isEmpty();
  }

  @Property(tries = 50)
  void readsAHelloHoweverItIsCutIntoRecords(@ForAll @IntRange(min = 1, max = 400) int size)
      throws Exception {
    var whole = wire("cut.test");
    var cut = ByteBuffer.allocate(whole.length * 7);
    for (int at = 5; at < whole.length; at += size) {
      int length = Math.min(size, whole.length - at);
      cut.put(whole, 0, 3).putShort((short) length).put(whole, at, length);
    }
    var octets = new byte[cut.flip().remaining()];
    cut.get(octets);

    assertThat(read(octets))
        .isEqualTo(
            new Opening.Hello(
                new String(octets, StandardCharsets.ISO_8859_1), Optional.of("cut.test")));
  }

  @Test
  void readsARequest() throws IOException {
    assertThat(read("GET /a?b=c HTTP/1.1\r\nAccept: */*\r\nHOST:  Ferry.test:8080\r\n\r\n"))
        .isEqualTo(
            new Opening.Request("GET", "/a?b=c", Optional.of("ferry.test"), Optional.empty()));
    assertThat(read("GET / HTTP/1.1\r\nOrigin: https://A.test\r\n\r\n"))
        .isEqualTo(
            new Opening.Request("GET", "/", Optional.empty(), Optional.of("https://A.test")));
    assertThat(read("HEAD / HTTP/1.0\n\n"))
        .isEqualTo(new Opening.Request("HEAD", "/", Optional.empty(), Optional.empty()));
  }

  @Test
  void knowsWhatIsNoRequest() throws IOException {
    assertThat(
            List.of(
                read("GET /\r\n\r\n"),
                read("GET / SPDY/3\r\n\r\n"),
                read("GET /a b HTTP/1.1\r\n\r\n"),
                read("GET / HTTP/1.1\r\nHost: ferry.test"),
                read("x".repeat(20_000))))
        .containsOnly(new Opening.Unreadable());
  }

  @Test
  void noticesThatTheVisitorLeft() {
    assertThatThrownBy(() -> read("")).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> read(new byte[] {22, 3, 1, 0, 9, 1})).isInstanceOf(EOFException.class);
  }

  @Test
  void stopsReadingAHelloThatNeverEnds() throws IOException {
    var endless = ByteBuffer.allocate(70_000);
    while (endless.remaining() > 1005) {
      endless.put(new byte[] {22, 3, 1}).putShort((short) 1000);
      endless.put((byte) 1).put((byte) 0xff).put(new byte[998]);
    }
    assertThat(read(endless.array())).isEqualTo(new Opening.Unreadable());
  }

  @FuzzTest
  void endsOnWhateverItIsSent(byte[] octets) {
    try {
      assertThat(read(octets)).isNotNull();
      assertThat(ClientHello.serverName(octets)).isNotNull();
    } catch (EOFException _) {
      // too short to be anything
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Opening.Hello hello(@Nullable String name) throws Exception {
    return (Opening.Hello) read(wire(name));
  }

  private static byte[] wire(@Nullable String name) throws Exception {
    var context = SSLContext.getInstance("TLS");
    context.init(null, null, null);
    var engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    var parameters = engine.getSSLParameters();
    if (name != null) {
      parameters.setServerNames(new ArrayList<>(List.of(new SNIHostName(name))));
    }
    engine.setSSLParameters(parameters);
    var out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), out);
    var octets = new byte[out.flip().remaining()];
    out.get(octets);
    return octets;
  }

  private static Opening read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Opening read(byte[] octets) throws IOException {
    return Opening.read(new ByteArrayInputStream(octets));
  }
}
