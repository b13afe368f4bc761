package uk.nhs.estate.observation.mail;

import java.util.Optional;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.text.MailExchange;

/// Whether a domain is used for mail, as far as its MX and SPF records tell. Other rules hold for a
/// domain that only has a website or is parked.
public sealed interface MailUse {

  /// It takes mail, or lets somebody send in its name.
  ///
  /// @param takes whether it has a mail exchanger
  record Used(boolean takes) implements MailUse {}

  /// It takes no mail and lets nobody send.
  ///
  /// @param why what tells so, in words
  record Unused(String why) implements MailUse {}

  /// It could not be asked.
  record Hidden(Obstacle obstacle) implements MailUse {}

  /// Reads it from what was seen. A domain without MX records whose SPF lets somebody send is used;
  /// one without MX records and without SPF is not, although mail may find it by its address
  /// (RFC 5321 §5.1): nobody who means to have mail leaves out both.
  static MailUse of(MailFacts mail) {
    if (mail.mx().answer() instanceof Lookup.Unasked(var obstacle)) {
      return new Hidden(obstacle);
    }
    var exchanges = mail.exchanges();
    if (exchanges.stream().anyMatch(exchange -> !exchange.isNull())) {
      return new Used(true);
    }
    if (mail.txt().answer() instanceof Lookup.Unasked(var obstacle)) {
      return new Hidden(obstacle);
    }
    boolean letsSend = mail.spf().stream().anyMatch(record -> !record.letsNobodySend());
    if (letsSend) {
      return new Used(false);
    }
    return new Unused(
        (exchanges.stream().anyMatch(MailExchange::isNull)
                ? "its MX record says that it takes no mail"
                : "it has no MX record")
            + (mail.spf().isEmpty() ? ", and it has no SPF record" : ", and SPF lets nobody send"));
  }

  /// Why rules about mail in use do not apply; empty when they may.
  default Optional<String> whyUnused() {
    return this instanceof Unused(var why) ? Optional.of(why) : Optional.empty();
  }
}
