package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.practice.Reply.Pace;

class PracticeWebTest {

  private final Instant now = Clock.systemUTC().instant();
  private final PracticeCa ca = PracticeCa.create(now);
  private static final Routes HELLO = Routes.everything(Reply.html(200, "<p>Hello from the ferry"));

  private PracticeWeb web;
  private Visitor visitor;

  @BeforeEach
  void start() throws IOException {
    web = PracticeWeb.start();
    visitor = new Visitor(web, ca.root());
  }

  @AfterEach
  void stop() throws IOException {
    web.close();
  }

  @Test
  void servesWhatIsWrittenOctetByOctet() throws IOException {
    var odd =
        new Reply(
            "HTTP/1.1 299 Odd",
            List.of("X-Twice: 1", "x-twice: 2", "no colon here", "Bad\u00ff: \u0001"),
            "b\u0080dy",
            new Pace.AtOnce());
    open("ferry.test", new Door.Http(Routes.everything(odd)), new Door.Closed());

    assertThat(get("ferry.test", "/"))
        .isEqualTo(
            "HTTP/1.1 299 Odd\r\nX-Twice: 1\r\nx-twice: 2\r\nno colon here\r\nBad\u00ff: \u0001\r\n"
                + "\r\nb\u0080dy");
  }

  @Test
  void servesAnOrdinaryHttpClient() throws Exception {
    open("ferry.test", new Door.Http(HELLO), new Door.Closed());
    try (var client = HttpClient.newHttpClient()) {
      var host = web.addressOf("ferry.test").getHostAddress();
      var uri = URI.create("http://" + host + ":" + web.httpPort() + "/anything");
      assumeTrue(Loopback.hasWholeNetwork(), "without a name, the address must tell the site");
      var response = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("<p>Hello from the ferry");
    }
  }

  @Test
  void choosesTheReplyByPath() throws IOException {
    var routes =
        new Routes(
            Map.of("/", Reply.text(200, "front"), "/a?b", Reply.text(200, "exact")),
            Reply.text(404, "none"));
    open("ferry.test", new Door.Http(routes), new Door.Closed());

    assertThat(get("ferry.test", "/")).endsWith("front");
    assertThat(get("ferry.test", "/?query")).endsWith("front");
    assertThat(get("ferry.test", "/a?b")).endsWith("exact");
    assertThat(get("ferry.test", "/a")).startsWith("HTTP/1.1 404 ").endsWith("none");
  }

  @Test
  void choosesTheSiteByNameEvenAtAnotherSitesAddress() throws IOException {
    open("one.test", new Door.Http(Routes.everything(Reply.text(200, "one"))), new Door.Closed());
    open("two.test", new Door.Http(Routes.everything(Reply.text(200, "two"))), new Door.Closed());
    var request = "GET / HTTP/1.1\r\nHost: two.test\r\n\r\n";

    assertThat(Visitor.exchange(web.addressOf("one.test"), web.httpPort(), request))
        .endsWith("two");
  }

  @Test
  void answersThatAHostIsNotHere() throws IOException {
    assertThat(
            Visitor.exchange(
                Loopback.HOME, web.httpPort(), "GET / HTTP/1.1\r\nHost: x.test\r\n\r\n"))
        .startsWith("HTTP/1.1 421 ");
  }

  @Test
  void redirectsToWhatWasAskedFor() throws IOException {
    var routes = Routes.everything(Reply.redirect(301, "https://ferry.test{target}"));
    open("ferry.test", new Door.Http(routes), new Door.Closed());

    assertThat(get("ferry.test", "/times?day=1"))
        .startsWith("HTTP/1.1 301 Moved Permanently\r\n")
        .contains("\r\nLocation: https://ferry.test/times?day=1\r\n");
  }

  @Test
  void sendsNoBodyToAHeadRequestAndServesNoOtherMethods() throws IOException {
    open("ferry.test", new Door.Http(HELLO), new Door.Closed());
    var address = web.addressOf("ferry.test");
    var rest = " / HTTP/1.1\r\nHost: ferry.test\r\n\r\n";

    assertThat(Visitor.exchange(address, web.httpPort(), "HEAD" + rest)).endsWith("\r\n\r\n");
    assertThat(Visitor.exchange(address, web.httpPort(), "POST" + rest))
        .startsWith("HTTP/1.1 405 ");
    assertThat(Visitor.exchange(address, web.httpPort(), "nonsense\r\n\r\n"))
        .contains("HTTP/1.1 4");
  }

  @Test
  void showsEachSitesOwnCertificate() throws Exception {
    open("one.test", new Door.Closed(), https(order("one.test")));
    open(
        "two.test", new Door.Closed(), https(order("two.test").key(CertificateOrder.Key.RSA_2048)));

    try (var one = visitor.handshake("one.test", "TLSv1.3");
        var two = visitor.handshake("two.test", "TLSv1.2")) {
      assertThat(name(one)).isEqualTo("CN=one.test");
      assertThat(name(two)).isEqualTo("CN=two.test");
      assertThat(one.getSession().getPeerCertificates()).hasSize(2);
      assertThat(two.getSession().getProtocol()).isEqualTo("TLSv1.2");
      assertThat(Visitor.exchange(one, "GET / HTTP/1.1\r\nHost: one.test\r\n\r\n"))
          .endsWith("Hello from the ferry");
    }
  }

  @Test
  void showsAFaultyCertificateToThoseWhoWouldRefuseIt() throws Exception {
    open("old.test", new Door.Closed(), https(order("old.test").until(now.minusSeconds(60))));
    open("own.test", new Door.Closed(), https(order("own.test").chain(Chain.SELF_SIGNED)));

    assertThatThrownBy(() -> visitor.handshake("old.test", "TLSv1.3"))
        .isInstanceOf(SSLHandshakeException.class)
        .rootCause()
        .hasMessageContaining("NotAfter");
    assertThatThrownBy(() -> visitor.handshake("own.test", "TLSv1.3"))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("unable to find valid certification path");
  }

  @Test
  void offersTheVersionsAndSuitesOfEachSite() throws Exception {
    var tls =
        Door.Tls.of(ca.issue(order("ferry.test")))
            .protocols("TLSv1.2")
            .suites("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    open("ferry.test", new Door.Closed(), new Door.Https(tls, HELLO));

    try (var socket = visitor.handshake("ferry.test", "TLSv1.3", "TLSv1.2")) {
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
      assertThat(socket.getSession().getCipherSuite())
          .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    }
    assertThatThrownBy(() -> visitor.handshake("ferry.test", "TLSv1.3"))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void saysWhenAHostIsAskedForOnAConnectionOfAnother() throws Exception {
    open("one.test", new Door.Closed(), https(order("one.test")));
    try (var socket = visitor.handshake("one.test", "TLSv1.3")) {
      assertThat(Visitor.exchange(socket, "GET / HTTP/1.1\r\nHost: two.test\r\n\r\n"))
          .startsWith("HTTP/1.1 421 ");
    }
  }

  @Test
  void answersInClearTextWhereThatIsSpokenOnTheHttpsPort() throws Exception {
    open("plain.test", new Door.Closed(), new Door.Http(HELLO));

    assertThatThrownBy(() -> visitor.handshake("plain.test", "TLSv1.3"))
        .hasMessageContaining("unrecognized SSL message");
    assertThat(
            Visitor.exchange(
                web.addressOf("plain.test"),
                web.httpsPort(),
                "GET / HTTP/1.1\r\nHost: plain.test\r\n\r\n"))
        .endsWith("Hello from the ferry");
  }

  @Test
  void tellsOffAClearTextRequestToTls() throws IOException {
    open("ferry.test", new Door.Closed(), https(order("ferry.test")));
    var request = "GET / HTTP/1.1\r\nHost: ferry.test\r\n\r\n";

    assertThat(Visitor.exchange(web.addressOf("ferry.test"), web.httpsPort(), request))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void refusesWhereTheDoorIsClosed() throws IOException {
    open("ferry.test", new Door.Http(HELLO), new Door.Closed());
    var expected = Loopback.hasWholeNetwork() ? ConnectException.class : IOException.class;

    assertThatThrownBy(() -> visitor.handshake("ferry.test", "TLSv1.3")).isInstanceOf(expected);
  }

  @Test
  void saysNothingWhereTheDoorIsSilent() throws IOException {
    open("mute.test", new Door.Silent(), new Door.Silent());

    assertThatThrownBy(() -> get("mute.test", "/")).isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(() -> visitor.handshake("mute.test", "TLSv1.3"))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void hangsUpWithAResetOrWithBabble() throws IOException {
    open("rude.test", new Door.Resets(), new Door.Babbles("\u0015\u0003\u00ffblah"));

    assertThatThrownBy(() -> get("rude.test", "/"))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
    assertThat(
            Visitor.exchange(
                web.addressOf("rude.test"), web.httpsPort(), Visitor.request("rude.test", "/")))
        .isEqualTo("\u0015\u0003\u00ffblah");
  }

  @Test
  void dripsAReplyOneOctetAtATime() throws IOException {
    var reply = new Reply("HTTP/1.1 200 OK", List.of(), "", new Pace.Drip(Duration.ofMillis(5)));
    open("drip.test", new Door.Http(Routes.everything(reply)), new Door.Closed());
    long before = System.nanoTime();

    assertThat(get("drip.test", "/")).isEqualTo("HTTP/1.1 200 OK\r\n\r\n");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(80));
  }

  @Test
  void sendsABodyWithoutEnd() throws IOException {
    var reply = new Reply("HTTP/1.1 200 OK", List.of(), "more ", new Pace.Endless());
    open("long.test", new Door.Http(Routes.everything(reply)), new Door.Closed());
    try (var socket = Visitor.connect(web.addressOf("long.test"), web.httpPort())) {
      Visitor.say(socket, "GET / HTTP/1.1\r\nHost: long.test\r\n\r\n");
      assertThat(socket.getInputStream().readNBytes(300_000)).hasSize(300_000);
    }
  }

  @Test
  void stopsInTheMiddleOfAReply() throws IOException {
    var reply =
        new Reply("HTTP/1.1 200 OK", List.of("Content-Length: 9"), "half", new Pace.ThenSilent());
    open("half.test", new Door.Http(Routes.everything(reply)), new Door.Closed());
    try (var socket = Visitor.connect(web.addressOf("half.test"), web.httpPort())) {
      Visitor.say(socket, "GET / HTTP/1.1\r\nHost: half.test\r\n\r\n");
      var expected = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf";
      assertThat(socket.getInputStream().readNBytes(expected.length()))
          .asString()
          .isEqualTo(expected);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void isChangedWhileItRuns() throws IOException {
    open("ferry.test", new Door.Closed(), new Door.Closed());
    var address = web.addressOf("ferry.test");
    assertThatThrownBy(() -> get("ferry.test", "/")).isInstanceOf(IOException.class);

    open("ferry.test", new Door.Http(HELLO), new Door.Closed());
    assertThat(get("ferry.test", "/")).endsWith("Hello from the ferry");
    assertThat(web.addressOf("ferry.test")).isEqualTo(address);

    open("ferry.test", new Door.Closed(), new Door.Closed());
    assertThatThrownBy(() -> get("ferry.test", "/")).isInstanceOf(IOException.class);
  }

  @Test
  void isGoneWhenItIsClosed() throws Exception {
    open("mute.test", new Door.Silent(), https(order("mute.test")));
    try (var waiting = Visitor.connect(web.addressOf("mute.test"), web.httpPort())) {
      Visitor.say(waiting, "GET / HTTP/1.1\r\n\r\n");
      web.close(); // throws when a thread stays behind

      assertThatThrownBy(() -> Visitor.connect(Loopback.HOME, web.httpPort()))
          .isInstanceOf(ConnectException.class);
      assertThatThrownBy(() -> Visitor.connect(web.addressOf("mute.test"), web.httpsPort()))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThatThrownBy(() -> Loopback.only(InetAddress.getByName("0.0.0.0"), 0))
        .hasMessageContaining("loopback only");
  }

  private void open(String host, Door http, Door https) throws IOException {
    web.replace(new PracticeSite(host, http, https));
  }

  private Door https(CertificateOrder order) {
    return new Door.Https(Door.Tls.of(ca.issue(order)), HELLO);
  }

  private CertificateOrder order(String... names) {
    return CertificateOrder.of(now, names);
  }

  private String get(String host, String target) throws IOException {
    return visitor.get(host, target);
  }

  private static String name(SSLSocket socket) throws IOException {
    var leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
    return leaf.getSubjectX500Principal().getName();
  }
}
