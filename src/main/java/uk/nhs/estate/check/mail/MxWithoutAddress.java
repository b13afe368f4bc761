package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.InternalNetwork;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailRoute.Server;

/// Finds mail servers that nobody can reach, because their names lead to no public address.
public record MxWithoutAddress() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.mx-without-address",
          ADVISORY,
          "A mail server of the domain has no address on the internet",
          """
          Senders cannot reach it. Mail waits for another server, and comes back when there is \
          none.\
          """,
          """
          Give the mail server a public address, or remove the MX record.\
          """,
          "dig {name} MX +short | xargs -n2 sh -c 'dig $1 A +short; dig $1 AAAA +short'",
          rfc(5321, "5.1"),
          rfc(6890, "2.2.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Mx.ofServers(
        mail, servers -> Mx.ofEach(servers, MxWithoutAddress::evidence, MxWithoutAddress::mayLack));
  }

  private static Optional<String> evidence(Server server) {
    if (server.isPartlyHidden() || hasPublicAddress(server)) {
      return Optional.empty();
    }
    if (server.addresses().isEmpty()) {
      // a name that does not exist is another rule
      return server.at().provesThatItDoesNotExist()
          ? Optional.empty()
          : Optional.of("neither an A nor an AAAA record");
    }
    return Optional.of(
        server.addresses().stream()
            .flatMap(
                address ->
                    InternalNetwork.of(address).stream()
                        .map(network -> address + " is " + network.words()))
            .collect(Collectors.joining(", ")));
  }

  private static boolean mayLack(Server server) {
    return server.isPartlyHidden()
        && !hasPublicAddress(server)
        && !server.at().provesThatItDoesNotExist();
  }

  private static boolean hasPublicAddress(Server server) {
    return server.addresses().stream().anyMatch(one -> InternalNetwork.of(one).isEmpty());
  }
}
