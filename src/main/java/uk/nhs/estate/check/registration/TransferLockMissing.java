package uk.nhs.estate.check.registration;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;

/// Finds domains that could be moved to another registrar without anybody lifting a lock.
///
/// Not under `.uk`: there the registrar that has a domain must release it, and no other can pull it
/// away with a code.
public record TransferLockMissing() implements Check.OfRegistration {

  private static final Standard NOMINET =
      new Standard(
          "Nominet, .UK EPP status fields",
          "https://registrars.nominet.uk/uk-namespace/registration-and-domain-management/"
              + "registration-systems/epp/uk-epp-status-fields/");

  private static final List<String> LOCKS =
      List.of(
          "client transfer prohibited",
          "server transfer prohibited",
          "transfer prohibited",
          "locked");

  private static final Rule RULE =
      Rule.of(
          "registration.transfer-lock-missing",
          INFORMATIONAL,
          "The domain is not locked against transfer",
          """
          Whoever gets hold of the transfer code can move the domain to another registrar, and \
          with it everything under it.\
          """,
          """
          Turn on the transfer lock (client transfer prohibited) with the registrar; ask for a \
          registry lock for domains that patients depend on.\
          """,
          Registration.COMMAND,
          rfc(9083, "4.6"),
          rfc(8056, "2"),
          NOMINET);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(RegistrationFacts registration) {
    return Registration.judgeStatuses(
        registration,
        domain ->
            registration.name().endsWith(".uk")
                ? new Verdict.NotApplicable("only its registrar can release a name under .uk")
                : Verdict.passIf(
                    LOCKS.stream().anyMatch(domain::has), Registration.statuses(domain)));
  }
}
