package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DmarcDiscovery;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Effective;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Organisation;

/// Finds domains whose mail receivers treat differently by the version of DMARC that they follow.
public record DmarcReadingsDiffer() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-readings-differ",
          INFORMATIONAL,
          "Receivers old and new read the DMARC of the domain differently",
          """
          Receivers that follow RFC 9989 find the organisation behind a name by its records, \
          older ones by a list of public suffixes. Here they end at different domains or \
          policies: mail is refused by some and let through by others.\
          """,
          """
          Add psd=n to the record of the domain that your organisation registered: both then \
          end there. Write out p and sp, and leave out t=y.\
          """,
          "dig _dmarc.{name} TXT +short; dig _dmarc.nhs.uk TXT +short",
          rfc(9989, "4.10.2"),
          rfc(7489, "3.2"),
          rfc(7489, "6.6.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofExistingDomain(
        mail,
        () -> {
          var discovery = DmarcDiscovery.of(mail);
          if (discovery.reading().domain() instanceof Effective.Nothing
              && discovery.older().domain() instanceof Effective.Nothing) {
            return new Verdict.NotApplicable("no valid DMARC record applies to it");
          }
          return discovery.isFromPublicSuffix()
              ? new Verdict.NotApplicable("it has no policy but that of the public suffix")
              : judge(discovery);
        });
  }

  private static Verdict judge(DmarcDiscovery discovery) {
    var today = discovery.reading();
    var older = discovery.older();
    var differences = new ArrayList<String>();
    if (today.organisation() instanceof Organisation.Known(var one)
        && older.organisation() instanceof Organisation.Known(var other)
        && !one.equals(other)) {
      differences.add(
          "the organisational domain is %s by RFC 9989, %s by RFC 7489".formatted(one, other));
    }
    compare("the domain", today.domain(), older.domain(), differences);
    compare("its subdomains", today.subdomains(), older.subdomains(), differences);
    if (differences.isEmpty() && today.organisation() instanceof Organisation.Hidden(var hidden)) {
      return new Verdict.Unknown(hidden);
    }
    if (differences.isEmpty() && older.subdomains() instanceof Effective.Hidden(var hidden)) {
      return new Verdict.Unknown(hidden);
    }
    return Verdict.passIf(differences.isEmpty(), String.join("; ", differences));
  }

  private static void compare(
      String whose, Effective today, Effective older, List<String> differences) {
    if (today.strength().isPresent()
        && older.strength().isPresent()
        && !today.strength().equals(older.strength())) {
      differences.add(
          "the policy for %s is %s by RFC 9989, %s by RFC 7489"
              .formatted(whose, today.words(), older.words()));
    }
  }
}
