package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailRoute.Reverse;
import uk.nhs.estate.observation.mail.MailRoute.Server;

/// Finds mail servers of the domain's own whose addresses have no name that leads back to them.
///
/// Receivers want that of servers that send; one that only takes mail needs it for its own reports
/// of failure. What suppliers call their servers is for them to see to.
public record MxReverseMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.mx-reverse-missing",
          INFORMATIONAL,
          "The address of a mail server has no name that leads back to it",
          """
          Many receivers refuse or mark mail from such an address, if the server sends mail as \
          well.\
          """,
          """
          Ask whoever assigned the address to point its PTR record at the name of the server, \
          and see that this name has the address.\
          """,
          "dig {name} MX +short | xargs -n2 sh -c 'dig $1 A +short' | xargs -n1 dig +short -x",
          rfc(1912, "2.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Mx.ofServers(
        mail,
        servers -> {
          var own = servers.stream().filter(Server::own).toList();
          return own.isEmpty()
              ? new Verdict.NotApplicable("none of its mail servers is named in the domain")
              : Mx.ofEach(own, MxReverseMissing::evidence, MxReverseMissing::mayLack);
        });
  }

  private static Optional<String> evidence(Server server) {
    var evidence =
        server.reverse().stream()
            .filter(one -> one.obstacle().isEmpty() && !one.isConfirmed())
            .map(MxReverseMissing::evidence)
            .collect(Collectors.joining("; "));
    return Optional.of(evidence).filter(text -> !text.isEmpty());
  }

  private static String evidence(Reverse reverse) {
    return reverse.back() == null
        ? reverse.address() + " has no name"
        : "%s is called %s, which does not have that address"
            .formatted(reverse.address(), reverse.back().name());
  }

  private static boolean mayLack(Server server) {
    return server.isPartlyHidden()
        || server.reverse().stream().anyMatch(one -> one.obstacle().isPresent());
  }
}
