package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.Door;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.practice.PracticeSite;
import uk.nhs.estate.practice.PracticeWeb;
import uk.nhs.estate.practice.Reply;
import uk.nhs.estate.practice.Routes;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;

class HandshakeTest {
  private static final String HOST = "mta-sts.lab.test";
  private static final Errand ERRAND = new Errand("text/plain", Wanted.FILE, 1024, 1);

  /// The platform judges dates by its own clock.
  private static final Instant NOW = Instant.now();

  private static final PracticeCa CA = PracticeCa.create(NOW);
  private static final PracticeCa STRANGER = PracticeCa.create(NOW);

  @Test
  void believesAHostThatProvesWhoItIs() throws IOException {
    assertThat(visit(CA, order -> order).end()).isEqualTo(new Visit.Answered());
  }

  @Test
  void saysThatACertificateIsOfAnotherHost() throws IOException {
    assertThat(visit(CA, _ -> CertificateOrder.of(NOW, "www.lab.test")).end())
        .satisfies(end -> assertRefused(end, "No subject alternative DNS name matching " + HOST));
  }

  @Test
  void saysThatACertificateHasExpired() throws IOException {
    assertThat(visit(CA, order -> order.until(NOW.minus(Duration.ofDays(1)))).end())
        .satisfies(end -> assertRefused(end, "NotAfter"));
  }

  @Test
  void saysThatNobodyTrustedVouchesForACertificate() throws IOException {
    assertThat(visit(STRANGER, order -> order).end())
        .satisfies(end -> assertRefused(end, "does not chain"));
  }

  /// It does not say what differs from look to look.
  @Test
  void saysTheSameOfTheSameCertificate() throws IOException {
    var identity = CA.issue(CertificateOrder.of(NOW, "www.lab.test"));
    assertThat(details(Door.Tls.of(identity))).isEqualTo(details(Door.Tls.of(identity)));
  }

  @Test
  void saysThatAServerRefusesToTalkTls() throws IOException {
    try (var server =
        LoneServer.start(
            visitor -> {
              LoneServer.record(visitor);
              LoneServer.say(visitor, "\u0015\u0003\u0003\u0000\u0002\u0002("); // handshake_failure
            })) {
      assertThat(visit(80, server.port(), "127.0.0.1").end())
          .isInstanceOfSatisfying(
              Visit.Obstructed.class,
              end -> {
                assertThat(end.obstacle().kind()).isEqualTo(Kind.HANDSHAKE_REFUSED);
                assertThat(end.obstacle().detail()).contains("handshake_failure");
              });
    }
  }

  @Test
  void doesNotTakeAnotherProtocolForARefusal() throws IOException {
    try (var server = LoneServer.start(LoneServer.says("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
      assertThat(visit(80, server.port(), "127.0.0.1").end())
          .isInstanceOfSatisfying(
              Visit.Obstructed.class,
              end -> assertThat(end.obstacle().kind()).isEqualTo(Kind.PROTOCOL_ERROR));
    }
  }

  private static void assertRefused(Visit.End end, String why) {
    assertThat(end)
        .isInstanceOfSatisfying(
            Visit.Obstructed.class,
            refused -> {
              assertThat(refused.obstacle().kind()).isEqualTo(Kind.CERTIFICATE_REFUSED);
              assertThat(refused.obstacle().detail()).contains(why);
            });
  }

  private static String details(Door.Tls tls) throws IOException {
    return visit(tls).end() instanceof Visit.Obstructed(Obstacle obstacle)
        ? obstacle.detail().replaceFirst("^[0-9.]+:[0-9]+", "")
        : "";
  }

  private static Visit visit(PracticeCa issuer, UnaryOperator<CertificateOrder> spoil)
      throws IOException {
    return visit(Door.Tls.of(issuer.issue(spoil.apply(CertificateOrder.of(NOW, HOST)))));
  }

  private static Visit visit(Door.Tls tls) throws IOException {
    var answers = Routes.everything(Reply.of(200, "text/plain", "version: STSv1"));
    try (var web = PracticeWeb.start()) {
      web.replace(new PracticeSite(HOST, new Door.Http(answers), new Door.Https(tls, answers)));
      return visit(web.httpPort(), web.httpsPort(), web.addressOf(HOST).getHostAddress());
    }
  }

  private static Visit visit(int httpPort, int httpsPort, String address) {
    var settings = Lab.settings(new InetSocketAddress(LoneServer.home(), 53), httpPort, httpsPort);
    var at = new Addresses.Known(List.of(AddressText.parse(address).orElseThrow()), true);
    try (var dialler = new Dialler(settings)) {
      var anchors = Set.of(new TrustAnchor(CA.root(), null));
      return new Visitor(settings, dialler, new Handshake(anchors))
          .visit(HttpUrl.get("https://" + HOST + "/.well-known/mta-sts.txt"), _ -> at, ERRAND);
    }
  }
}
