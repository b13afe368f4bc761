package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DmarcDiscovery;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Effective;

/// Finds domains in use for mail to which no DMARC record applies, theirs or that of one above.
public record DmarcMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-missing",
          URGENT,
          "The domain has no valid DMARC record",
          """
          Receivers are not told what to do with mail that is forged in the domain's name, and \
          nobody is told that it is forged.\
          """,
          """
          Publish one TXT record at _dmarc below the domain. Begin with v=DMARC1; p=none; \
          rua=mailto:… to learn who sends, then go on to p=quarantine and p=reject.\
          """,
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"),
          rfc(9989, "4.10"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofExistingDomain(mail, () -> Parked.unlessUnused(mail, judgeRecord(mail)));
  }

  /// What is to be said of a domain that exists, whatever it is used for.
  static Verdict judgeRecord(MailFacts mail) {
    var discovery = DmarcDiscovery.of(mail);
    return switch (discovery.reading().domain()) {
      case Effective.Applies _ -> new Verdict.Pass();
      case Effective.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
      case Effective.Nothing(var why) -> {
        if (discovery.own().records().size() > 1) {
          yield new Verdict.NotApplicable("it has several records, of which none counts");
        }
        if (!Dmarc.nearMisses(mail.dmarc()).isEmpty()) {
          yield new Verdict.NotApplicable("it has a record that is not recognised as DMARC");
        }
        yield new Verdict.Fail(
            "",
            discovery.own().records().isEmpty()
                ? "no TXT record at "
                    + mail.dmarc().name()
                    + " begins with v=DMARC1. All that was asked:\n"
                    + discovery.trace()
                : why + ": " + discovery.own().records().getFirst().text());
      }
    };
  }
}
