package uk.nhs.estate.observation.mail;

import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.text.SpfRecord;

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
  ///
  /// Nobody may send when nothing that the record leads to lets anybody pass, whatever it says of
  /// everybody else: an include of a record that says `-all`, or `~all` alone, lets nobody send.
  /// Where the record is void, by its grammar or because there are several, what was meant counts.
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
    var tree = SpfTree.of(mail, mail.name());
    boolean letsSend =
        tree.root().state() instanceof SpfTree.State.Read
            ? tree.entries().stream().anyMatch(MailUse::letsSend)
            : mail.spf().stream().anyMatch(MailUse::isMeantToLetSend);
    if (letsSend) {
      return new Used(false);
    }
    return hiddenSenders(tree)
        .<MailUse>map(Hidden::new)
        .orElseGet(
            () ->
                new Unused(
                    (exchanges.isEmpty()
                            ? "it has no MX record"
                            : "its MX record says that it takes no mail")
                        + (mail.spf().isEmpty()
                            ? ", and it has no SPF record"
                            : ", and SPF lets nobody send")));
  }

  private static boolean isMeantToLetSend(SpfRecord record) {
    return record.redirect().isPresent()
        || record.directives().stream()
            .anyMatch(directive -> directive.qualifier() == SpfRecord.Qualifier.PASS);
  }

  /// Whether a term of its own lets somebody send: what it includes has terms of its own.
  private static boolean letsSend(SpfTree.Entry entry) {
    return entry.isAllowing()
        && switch (entry.outcome()) {
          case SpfTree.LeadsTo _, SpfTree.Void _ -> false;
          case SpfTree.Addresses(var networks) -> !networks.isEmpty();
          case SpfTree.Plain _,
              SpfTree.TooManyExchanges _,
              SpfTree.Hidden _,
              SpfTree.BySender _,
              SpfTree.Unasked _ ->
              true;
        };
  }

  /// Why it is not known whether a record elsewhere lets somebody send.
  private static Optional<Obstacle> hiddenSenders(SpfTree tree) {
    return tree.nodes().stream()
        .flatMap(
            node ->
                node.state() instanceof SpfTree.State.Hidden(var obstacle)
                    ? Stream.of(obstacle)
                    : Stream.empty())
        .findFirst();
  }

  /// Why rules about mail in use do not apply; empty when they may.
  default Optional<String> whyUnused() {
    return this instanceof Unused(var why) ? Optional.of(why) : Optional.empty();
  }
}
