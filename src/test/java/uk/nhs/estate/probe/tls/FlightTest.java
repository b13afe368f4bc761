package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.probe.tls.ServerWords.alert;
import static uk.nhs.estate.probe.tls.ServerWords.all;
import static uk.nhs.estate.probe.tls.ServerWords.certificate;
import static uk.nhs.estate.probe.tls.ServerWords.done;
import static uk.nhs.estate.probe.tls.ServerWords.fragmented;
import static uk.nhs.estate.probe.tls.ServerWords.handshake;
import static uk.nhs.estate.probe.tls.ServerWords.hello;
import static uk.nhs.estate.probe.tls.ServerWords.inSegments;
import static uk.nhs.estate.probe.tls.ServerWords.message;
import static uk.nhs.estate.probe.tls.ServerWords.point;
import static uk.nhs.estate.probe.tls.ServerWords.prime;
import static uk.nhs.estate.probe.tls.ServerWords.record;
import static uk.nhs.estate.probe.tls.ServerWords.request;
import static uk.nhs.estate.probe.tls.ServerWords.retry;
import static uk.nhs.estate.probe.tls.ServerWords.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.probe.tls.Flight.Extent;
import uk.nhs.estate.probe.tls.Message.Alert;

class FlightTest {
  private static final byte[] LEAF = "the leaf".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ISSUER = "its issuer".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STAPLE = "good".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] POINT = {4, 1, 2, 3};

  private static final byte[] WHOLE =
      all(
          hello(0x0303, 0xc02f, new Extension(Extension.ALPN, new byte[] {0, 3, 2, 'h', '2'})),
          certificate(LEAF, ISSUER),
          status(STAPLE),
          point(0x001d, POINT, 0x0804),
          request(),
          done());

  @Test
  void readsAllThatIsInTheClear() throws IOException {
    var greeted = greeted(handshake(WHOLE));

    assertThat(greeted.hello().chosenVersion()).isEqualTo(0x0303);
    assertThat(greeted.hello().suite()).isEqualTo(0xc02f);
    assertThat(greeted.hello().protocol()).isEqualTo("h2");
    assertThat(greeted.certificates()).containsExactly(new Part(LEAF), new Part(ISSUER));
    assertThat(greeted.ocsp()).isEqualTo(new Part(STAPLE));
    assertThat(Objects.requireNonNull(greeted.key()).group()).isEqualTo(0x001d);
    assertThat(Objects.requireNonNull(greeted.key()).publicValue()).isEqualTo(new Part(POINT));
    assertThat(Objects.requireNonNull(greeted.key()).scheme()).isEqualTo(0x0804);
    assertThat(greeted.asksForCertificate()).isTrue();
    assertThat(greeted.cut()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 50, 4096})
  void readsTheSameHoweverItIsCut(int size) {
    var whole = greeted(handshake(WHOLE));

    for (var in :
        List.of(
            inSegments(handshake(WHOLE), size),
            new ByteArrayInputStream(fragmented(WHOLE, size)))) {
      var its = (Answer.Greeted) Flight.read(in, Extent.WHOLE);
      assertThat(its.certificates()).isEqualTo(whole.certificates());
      assertThat(its.key()).isEqualTo(whole.key());
      assertThat(its.cut()).isNull();
    }
  }

  @Test
  void stopsAtAHelloOfTls13AndAtARetry() throws IOException {
    var asked = greeted(all(handshake(retry(0x1301, 0x11ec)), record(22, new byte[3])));
    assertThat(asked.hello().isRetry()).isTrue();
    assertThat(asked.hello().group()).isEqualTo(0x11ec);
    assertThat(asked.hello().chosenVersion()).isEqualTo(0x0304);

    var share = new OctetWriter().u16(0x001d).vector16(POINT).written();
    var spoken =
        greeted(
            handshake(
                hello(
                    0x0303,
                    0x1302,
                    new Extension(Extension.VERSIONS, new byte[] {3, 4}),
                    new Extension(Extension.KEY_SHARE, share))));
    assertThat(spoken.hello().isRetry()).isFalse();
    assertThat(spoken.hello().group()).isEqualTo(0x001d);
    assertThat(spoken.hello().key()).isEqualTo(POINT);
    assertThat(spoken.cut()).isNull();
  }

  @Test
  void stopsAtTheHelloWhenThatIsEnough() {
    var octets = all(handshake(hello(0x0303, 0xc02f)), record(99, new byte[0]));

    var answer = Flight.read(new ByteArrayInputStream(octets), Extent.SERVER_HELLO);
    assertThat(((Answer.Greeted) answer).cut()).isNull();
  }

  @Test
  void readsAPrimeThatTheServerMadeItself() {
    var greeted =
        greeted(
            handshake(
                hello(0x0302, 0x0033),
                message(
                    12,
                    new OctetWriter()
                        .vector16(new byte[] {23})
                        .vector16(new byte[] {5})
                        .vector16(new byte[] {8})
                        .vector16(new byte[36])
                        .written()),
                done()));

    assertThat(Objects.requireNonNull(greeted.key()).group()).isNull();
    assertThat(Objects.requireNonNull(greeted.key()).prime()).isEqualTo(new Part(new byte[] {23}));
    assertThat(Objects.requireNonNull(greeted.key()).generator())
        .isEqualTo(new Part(new byte[] {5}));
    assertThat(Objects.requireNonNull(greeted.key()).publicValue())
        .isEqualTo(new Part(new byte[] {8}));
    assertThat(Objects.requireNonNull(greeted.key()).scheme()).isNull();
    assertThat(
            Objects.requireNonNull(
                    greeted(
                            handshake(
                                hello(0x0303, 0x009e),
                                prime(new byte[] {23}, new byte[] {5}, new byte[] {8}, 0x0401),
                                done()))
                        .key())
                .scheme())
        .isEqualTo(0x0401);
  }

  @Test
  void hearsAlertsAndWarnings() {
    assertThat(read(alert(2, 40))).isEqualTo(new Answer.Alerted(new Alert(2, 40)));
    assertThat(read(alert(1, 112))).isEqualTo(new Answer.Alerted(new Alert(1, 112)));
    assertThat(greeted(all(alert(1, 112), handshake(WHOLE))).warnings())
        .containsExactly(new Alert(1, 112));
    var late = greeted(all(handshake(hello(0x0303, 0xc02f)), alert(2, 80)));
    assertThat(Objects.requireNonNull(late.cut()).kind()).isEqualTo(Kind.HANDSHAKE_REFUSED);
  }

  @Test
  void keepsWhatCameBeforeItBrokeOff() {
    var cut = greeted(handshake(hello(0x0303, 0xc02f), certificate(LEAF)));
    assertThat(cut.certificates()).containsExactly(new Part(LEAF));
    assertThat(Objects.requireNonNull(cut.cut()).kind()).isEqualTo(Kind.CONNECTION_RESET);

    var huge = new OctetWriter().octets(hello(0x0303, 0xc02f)).u8(11).u24(0xffffff).written();
    assertThat(Objects.requireNonNull(greeted(handshake(huge)).cut()).kind())
        .isEqualTo(Kind.TOO_LARGE);

    var garbled = greeted(handshake(hello(0x0303, 0xc02f), message(11, new byte[] {0, 0, 9})));
    assertThat(Objects.requireNonNull(garbled.cut()).kind()).isEqualTo(Kind.PROTOCOL_ERROR);
  }

  @Test
  void endsWhatHasNoEnd() {
    var warnings = Stream.generate(() -> alert(1, 90)).limit(10_000).toArray(byte[][]::new);
    assertThat(read(all(warnings))).isEqualTo(new Answer.Illegal("warnings without end"));

    var calls = Stream.generate(() -> message(0, new byte[0])).limit(3_000).toArray(byte[][]::new);
    assertThat(read(handshake(calls)))
        .isEqualTo(new Answer.Illegal("calls for a hello without end"));
    assertThat(greeted(handshake(message(0, new byte[0]), WHOLE)).cut()).isNull();
  }

  @Test
  void readsNoMoreThanAnAnswerMayHave() {
    var certificate = message(11, new OctetWriter().vector24(new byte[70_000]).written());
    var octets = fragmented(all(hello(0x0303, 0xc02f), certificate), 16_000);
    var in = new ByteArrayInputStream(octets);

    var greeted = (Answer.Greeted) Flight.read(in, Extent.WHOLE);
    assertThat(Objects.requireNonNull(greeted.cut()).kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(octets.length - in.available()).isLessThanOrEqualTo(Flight.MOST);
  }

  @Test
  void tellsWhatIsNotTls() {
    var http =
        (Answer.NotTls) read("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(http.isHttp()).isTrue();
    var ssh = (Answer.NotTls) read("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(ssh.isHttp()).isFalse();
    assertThat(read(new byte[] {'2'})).isInstanceOf(Answer.NotTls.class);
  }

  @Test
  void tellsWhatIsIllegal() {
    assertThat(read(handshake(certificate(LEAF))))
        .isEqualTo(new Answer.Illegal("handshake message 11 first"));
    assertThat(read(record(22, new byte[0]))).isInstanceOf(Answer.Illegal.class);
    assertThat(read(record(23, new byte[9])))
        .isEqualTo(new Answer.Illegal("a record of type 23 before its time"));
    var twice = Extension.empty(Extension.EXTENDED_MASTER_SECRET);
    assertThat(read(handshake(hello(0x0303, 0xc02f, twice, twice))))
        .isEqualTo(new Answer.Illegal("extension 23 twice"));
  }

  @Test
  void tellsHangingUpFromCuttingOffAndFromSilence() {
    assertThat(read(new byte[0])).isEqualTo(new Answer.Closed());
    assertThat(read(new byte[] {22, 3})).isEqualTo(new Answer.Closed());
    assertThat(Flight.read(failing(new SocketException("Connection reset")), Extent.WHOLE))
        .isEqualTo(new Answer.Reset());
    assertThat(Flight.read(failing(new SocketTimeoutException()), Extent.WHOLE))
        .isEqualTo(new Answer.Silent());
  }

  @Test
  void readsTheSuitesOfSsl2() {
    var hello =
        HexFormat.of()
            .parseHex(
                "8016"
                    + "04 00 01 0002 0002 0006 0003".replace(" ", "")
                    + "abcd"
                    + "010080"
                    + "0700c0"
                    + "112233");
    assertThat(Flight.readSsl2(new ByteArrayInputStream(hello)))
        .isInstanceOfSatisfying(
            Answer.GreetedInSsl2.class,
            its -> {
              assertThat(its.hello().version()).isEqualTo(2);
              assertThat(its.hello().certificate()).containsExactly(0xab, 0xcd);
              assertThat(its.hello().suites()).isEqualTo(List.of(0x010080, 0x0700c0));
            });
    assertThat(Flight.readSsl2(new ByteArrayInputStream(alert(2, 70))))
        .isEqualTo(new Answer.Alerted(new Alert(2, 70)));
    assertThat(Flight.readSsl2(new ByteArrayInputStream(Arrays.copyOf(hello, 9))))
        .isEqualTo(new Answer.Closed());
  }

  private static InputStream failing(IOException how) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw how;
      }
    };
  }

  private static Answer read(byte[] octets) {
    return Flight.read(new ByteArrayInputStream(octets), Extent.WHOLE);
  }

  private static Answer.Greeted greeted(byte[] octets) {
    return (Answer.Greeted) read(octets);
  }
}
