package uk.nhs.estate.probe.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.MailServerFacts.NobodyListens;
import uk.nhs.estate.observation.MailServerFacts.Unmet;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.Door;
import uk.nhs.estate.practice.MailManners;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.practice.PracticeMail;
import uk.nhs.estate.practice.PracticeMailServer;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.register.ScanLevel;

class MailServersTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration A_DAY = Duration.ofHours(23);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final String HOST = "mx.ferry.test";
  private static final String WITHOUT_TLS = "220 mx\r\n250 mx\r\n221 bye\r\n";

  private Instant now = START;
  private @Nullable Dialler dialler;

  @AfterEach
  void stop() {
    if (dialler != null) {
      dialler.close();
    }
  }

  @Test
  void meetsAServerOnceForAllWhoName() throws IOException {
    try (var server = LoneServer.start(LoneServer.says(WITHOUT_TLS))) {
      var servers = servers(server.port());
      var first = servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY);
      int visitors = server.visitors();

      now = START.plus(A_DAY);
      assertThat(servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY)).isEqualTo(first);
      assertThat(server.visitors()).isEqualTo(visitors);
      assertThat(first.seenAt()).isEqualTo(START);

      now = START.plus(A_DAY).plusMillis(1);
      assertThat(servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY).seenAt()).isEqualTo(now);
      assertThat(server.visitors()).isEqualTo(2 * visitors);
    }
  }

  @Test
  void meetsItAgainForWhoWantsFreshNews() throws IOException {
    try (var server = LoneServer.start(LoneServer.says(WITHOUT_TLS))) {
      var servers = servers(server.port());
      servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY);

      now = START.plus(A_MINUTE).plusMillis(1);
      var again = servers.meet(HOST, home(), ScanLevel.ORDINARY, A_MINUTE);
      assertThat(again.seenAt()).isEqualTo(now);
      assertThat(servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY)).isEqualTo(again);
    }
  }

  @Test
  void keepsServersApart() throws IOException {
    try (var server = LoneServer.start(LoneServer.says(WITHOUT_TLS))) {
      var servers = servers(server.port());
      servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY);

      now = START.plusSeconds(1);
      var other = servers.meet("mx2.ferry.test", home(), ScanLevel.ORDINARY, A_DAY);
      assertThat(other.host()).isEqualTo("mx2.ferry.test");
      assertThat(other.seenAt()).isEqualTo(now);
    }
  }

  @Test
  void keepsWhatCouldNotBeMetForMinutesOnly() throws IOException {
    try (var server = LoneServer.start(LoneServer.says("421 busy\r\n"))) {
      var servers = servers(server.port());
      var first = servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY);
      assertThat(first.meeting()).isInstanceOf(Unmet.class);

      now = START.plus(Duration.ofMinutes(10));
      assertThat(servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY)).isEqualTo(first);
      assertThat(server.visitors()).isEqualTo(1);

      now = now.plusMillis(1);
      servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY);
      assertThat(server.visitors()).isEqualTo(2);
    }
  }

  @Test
  void goesFurtherForWhoMayAskForMore() throws IOException {
    var identity = PracticeCa.create(START).issue(CertificateOrder.of(START, HOST));
    try (var mail = PracticeMail.start()) {
      mail.replace(
          new PracticeMailServer(
              HOST,
              MailManners.Speaks.with(new MailManners.StartTls.Secure(Door.Tls.of(identity)))));
      var servers = servers(mail.port());
      var where = new Addresses.Known(List.of(mail.addressOf(HOST)), true);
      servers.meet(HOST, where, ScanLevel.ORDINARY, A_DAY);

      var thorough = servers.meet(HOST, where, ScanLevel.THOROUGH, A_DAY);
      assertThat(((Met) thorough.meeting()).injection()).isInstanceOf(TurnedDown.class);
      assertThat(servers.meet(HOST, where, ScanLevel.ORDINARY, A_DAY)).isEqualTo(thorough);
    }
  }

  @Test
  void letsTwoWhoAskAtOnceWaitForTheSameMeeting() throws Exception {
    var begun = new CountDownLatch(1);
    var greet = new CountDownLatch(1);
    try (var server =
            LoneServer.start(
                visitor -> {
                  begun.countDown();
                  greet.await();
                  LoneServer.says("421 busy\r\n").play(visitor);
                });
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var servers = servers(server.port());
      var first = threads.submit(() -> meet(servers));
      begun.await();
      var waiting = new CountDownLatch(1);
      var second =
          threads.submit(
              () -> {
                waiting.countDown();
                return meet(servers);
              });
      waiting.await();
      greet.countDown();

      assertThat(second.get()).isEqualTo(first.get());
      assertThat(server.visitors()).isEqualTo(1);
    }
  }

  @Test
  void endsWaitingWhenItIsStopped() throws Exception {
    var begun = new CountDownLatch(1);
    try (var server =
            LoneServer.start(
                visitor -> {
                  begun.countDown();
                  LoneServer.silent().play(visitor);
                });
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var servers = servers(server.port());
      var first = threads.submit(() -> meet(servers));
      begun.await();
      Thread.currentThread().interrupt();
      var stopped = meet(servers);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(obstacle(stopped).kind()).isEqualTo(Kind.SCANNER_FAULT);
      assertThat(obstacle(first.get()).kind()).isEqualTo(Kind.TIMED_OUT);
    }
  }

  @Test
  void believesARefusalOnceAnyServerHasTalked() throws IOException {
    try (var mail = PracticeMail.start()) {
      mail.replace(new PracticeMailServer("shut.test", new MailManners.Closed()));
      mail.replace(
          new PracticeMailServer(
              HOST, MailManners.Speaks.with(new MailManners.StartTls.Unknown())));
      var servers = servers(mail.port());
      var shut = new Addresses.Known(List.of(mail.addressOf("shut.test")), true);

      var first = servers.meet("shut.test", shut, ScanLevel.ORDINARY, A_DAY);
      assertThat(obstacle(first).words())
          .startsWith("the connection was refused (")
          .endsWith(", or port " + mail.port() + " is blocked where the scanner runs)");

      servers.meet(
          HOST,
          new Addresses.Known(List.of(mail.addressOf(HOST)), true),
          ScanLevel.ORDINARY,
          A_DAY);
      now = START.plus(Duration.ofMinutes(11));
      assertThat(servers.meet("shut.test", shut, ScanLevel.ORDINARY, A_DAY).meeting())
          .isInstanceOf(NobodyListens.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ScanLevel.class,
      names = {"NONE", "PASSIVE"})
  void meetsNobodyBelowTheOrdinaryLevel(ScanLevel level) throws IOException {
    try (var server = LoneServer.start(LoneServer.says(WITHOUT_TLS))) {
      var facts = servers(server.port()).meet(HOST, home(), level, A_DAY);

      assertThat(obstacle(facts)).isEqualTo(new Obstacle(Kind.SCAN_LEVEL));
      assertThat(server.visitors()).isZero();
    }
  }

  @Test
  void passesOnWhyAServerHasNoAddressAndDoesNotKeepIt() throws IOException {
    try (var server = LoneServer.start(LoneServer.says(WITHOUT_TLS))) {
      var servers = servers(server.port());
      var none = new Obstacle(Kind.NAME_SERVERS_SILENT, "after 3 s");

      assertThat(obstacle(servers.meet(HOST, new Addresses.None(none), ScanLevel.ORDINARY, A_DAY)))
          .isEqualTo(none);
      assertThat(servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY).meeting())
          .isInstanceOf(Met.class);
    }
  }

  private MailServers servers(int port) {
    var settings =
        Lab.smtp(Lab.settings(new InetSocketAddress(LoneServer.home(), 53), 80, 443), port);
    dialler = new Dialler(settings);
    return new MailServers(settings, dialler, () -> now);
  }

  private static MailServerFacts meet(MailServers servers) {
    return servers.meet(HOST, home(), ScanLevel.ORDINARY, A_DAY);
  }

  private static Addresses home() {
    InetAddress home = LoneServer.home();
    return new Addresses.Known(List.of(home), true);
  }

  private static Obstacle obstacle(MailServerFacts facts) {
    assertThat(facts.meeting()).isInstanceOf(Unmet.class);
    return ((Unmet) facts.meeting()).obstacle();
  }
}
