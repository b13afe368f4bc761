package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.practice.MailManners.Speaks;
import uk.nhs.estate.practice.MailManners.StartTls;

class PracticeMailTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String HOST = "mx.ferry.test";

  private PracticeMail mail;

  @BeforeEach
  void start() throws IOException {
    mail = PracticeMail.start();
  }

  @AfterEach
  void stop() throws IOException {
    mail.close();
  }

  @Test
  void talksAndTakesNoMail() throws IOException {
    open(Speaks.with(new StartTls.Unknown()));

    assertThat(say("EHLO me\r\nMAIL FROM:<>\r\nSTARTTLS\r\nQUIT\r\n"))
        .isEqualTo(
            """
            220 mx.ferry.test ESMTP practice
            250-mx.ferry.test greets you
            250-SIZE 52428800
            250 8BITMIME
            502 5.5.1 This server is pretend: it takes no mail
            502 5.5.1 This server is pretend: it takes no mail
            221 2.0.0 mx.ferry.test closes
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void refusesStarttlsInTheWordsThatItIsGiven() throws IOException {
    open(Speaks.with(new StartTls.Refused("454 4.7.0 no")));

    assertThat(say("EHLO me\r\nSTARTTLS\r\nQUIT\r\n")).contains("250 STARTTLS\r\n454 4.7.0 no\r\n");
  }

  @Test
  void saysTheSameToEverybodyWhereItBabbles() throws IOException {
    open(new MailManners.Babbles("421 busy\r\n"));

    assertThat(say("QUIT\r\n")).isEqualTo("421 busy\r\n");
  }

  @Test
  void isChangedWhileItRuns() throws IOException {
    open(new MailManners.Closed());
    assumeTrue(Loopback.hasWholeNetwork(), "a port that all hosts share is always open");
    var address = mail.addressOf(HOST);
    assertThatThrownBy(() -> say("QUIT\r\n")).isInstanceOf(ConnectException.class);

    open(Speaks.with(new StartTls.Unknown()).greets(Duration.ofMillis(20)));
    assertThat(say("QUIT\r\n")).startsWith("220 ");
    assertThat(mail.addressOf(HOST)).isEqualTo(address);

    open(new MailManners.Closed());
    assertThatThrownBy(() -> say("QUIT\r\n")).isInstanceOf(SocketException.class);
  }

  @Test
  void hasAnAddressForEachServer() throws IOException {
    open(new MailManners.Silent());
    mail.replace(new PracticeMailServer("mx2.ferry.test", new MailManners.Silent()));

    assumeTrue(Loopback.hasWholeNetwork());
    assertThat(mail.addressOf("mx2.ferry.test")).isNotEqualTo(mail.addressOf(HOST));
    assertThatThrownBy(() -> mail.addressOf("nobody.test")).hasMessageContaining("nobody.test");
  }

  @Test
  void isGoneWhenItIsClosed() throws IOException {
    var identity = PracticeCa.create(NOW).issue(CertificateOrder.of(NOW, HOST));
    open(Speaks.with(new StartTls.Secure(Door.Tls.of(identity))));
    try (var waiting = Visitor.connect(mail.addressOf(HOST), mail.port())) {
      Visitor.say(waiting, "STARTTLS\r\n");
      mail.close(); // throws when a thread stays behind

      assertThatThrownBy(() -> say("QUIT\r\n")).isInstanceOf(ConnectException.class);
    }
  }

  private void open(MailManners manners) throws IOException {
    mail.replace(new PracticeMailServer(HOST, manners));
  }

  private String say(String commands) throws IOException {
    return Visitor.exchange(mail.addressOf(HOST), mail.port(), commands);
  }
}
