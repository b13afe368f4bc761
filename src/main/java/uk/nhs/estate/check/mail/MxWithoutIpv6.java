package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailRoute.Server;

/// Finds domains whose mail servers cannot be reached over IPv6.
public record MxWithoutIpv6() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.mx-without-ipv6",
          INFORMATIONAL,
          "No mail server of the domain has an IPv6 address",
          """
          Senders in networks with IPv6 alone cannot deliver without a translator.\
          """,
          """
          Ask whoever runs the mail servers for IPv6, and publish an AAAA record for at least \
          one of them.\
          """,
          "dig {name} MX +short | xargs -n2 sh -c 'dig $1 AAAA +short'",
          rfc(3974, ""),
          rfc(5321, "5.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Mx.ofServers(
        mail,
        servers -> {
          var families = servers.stream().map(server -> server.at().aaaa()).toList();
          var hosts = servers.stream().map(Server::host).collect(Collectors.joining(", "));
          if (families.stream().anyMatch(aaaa -> aaaa.answer() instanceof Lookup.Found)) {
            return new Verdict.Pass();
          }
          return families.stream().anyMatch(aaaa -> aaaa.answer() instanceof Lookup.Unasked)
              ? new Verdict.Unknown("could not ask for the IPv6 addresses of " + hosts)
              : new Verdict.Fail("", "no AAAA record of " + hosts);
        });
  }
}
