package uk.nhs.estate.check.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailRoute;
import uk.nhs.estate.observation.mail.MailRoute.Server;

/// What the checks of MX records have in common.
final class Mx {
  private Mx() {}

  /// Judges the mail servers of a domain that has some.
  static Verdict ofServers(MailFacts mail, Function<List<Server>, Verdict> judge) {
    return Verdict.ofExistingName(
        mail.mx(),
        _ -> {
          var route = MailRoute.of(mail, mail.name());
          return route.implied() || route.servers().isEmpty()
              ? new Verdict.NotApplicable("no MX record names a mail server")
              : judge.apply(route.servers());
        });
  }

  /// Judges each of some mail servers by itself.
  ///
  /// @param wrong the evidence of a fault, if there is one
  /// @param hidden whether a server without a fault may still have one
  static Verdict ofEach(
      List<Server> servers, Function<Server, Optional<String>> wrong, Predicate<Server> hidden) {
    var faults = new ArrayList<Fault>();
    var unseen = new ArrayList<String>();
    for (var server : servers) {
      var evidence = wrong.apply(server);
      if (evidence.isPresent()) {
        faults.add(new Fault(server.host(), evidence.get()));
      } else if (hidden.test(server)) {
        unseen.add(server.host());
      }
    }
    return Verdict.ofFaults(faults, unseen, "could not ask all about " + String.join(", ", unseen));
  }

  /// What becomes of mail for a domain without MX records, in words.
  static String implied(MailFacts mail) {
    var domain = MailRoute.of(mail, mail.name()).servers().getFirst();
    return domain.addresses().isEmpty()
        ? domain.isPartlyHidden()
            ? "whether it has an address could not be asked"
            : "it has no address either"
        : "mail for it goes to its own address " + String.join(", ", domain.addresses());
  }
}
