package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailRoute.Server;

/// Finds mail servers whose names are aliases.
public record MxIsAlias() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.mx-is-alias",
          ADVISORY,
          "An MX record names an alias",
          """
          MX records must name a host with an address of its own. Some senders do not follow \
          an alias here, and some cannot tell that the server is theirs.\
          """,
          """
          Put the name that has the address into the MX record, or give its present name A and \
          AAAA records instead of the CNAME record.\
          """,
          "dig {name} MX +short | xargs -n2 sh -c 'dig $1 CNAME +noall +answer'",
          rfc(2181, "10.3"),
          rfc(5321, "5.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Mx.ofServers(
        mail, servers -> Mx.ofEach(servers, MxIsAlias::evidence, server -> server.at().isHidden()));
  }

  private static Optional<String> evidence(Server server) {
    return Stream.of(server.at().a(), server.at().aaaa())
        .flatMap(lookup -> lookup.aliases().stream())
        .findFirst()
        .map(target -> "an alias of " + target);
  }
}
