package uk.nhs.estate.practice;

import java.time.Duration;
import java.util.function.UnaryOperator;
import uk.nhs.estate.practice.MailManners.Speaks;
import uk.nhs.estate.practice.MailManners.StartTls;

/// Spoils one thing about a sound mail server.
interface MailFault {

  PracticeMailServer in(PracticeMailServer server, Sound sound);

  static MailFault none() {
    return (server, _) -> server;
  }

  static MailFault manners(MailManners other) {
    return (server, _) -> new PracticeMailServer(server.host(), other);
  }

  static MailFault noStartTls() {
    return manners(Speaks.with(new StartTls.Unknown()));
  }

  /// A certificate that ends so long after the start of the practice, or so long before it.
  static MailFault certificateEnds(Duration later) {
    return (server, sound) ->
        certificate(order -> order.until(sound.now().plus(later))).in(server, sound);
  }

  private static MailFault certificate(UnaryOperator<CertificateOrder> change) {
    return (server, sound) ->
        sound.mailServer(server.host(), sound.ca().issue(change.apply(sound.order(server.host()))));
  }
}
