package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcRecord;

/// Finds logos that are not shown for want of an enforced DMARC policy.
public record BimiDmarcWeak() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.bimi-dmarc-weak",
          INFORMATIONAL,
          "The domain asks for its logo to be shown, but DMARC is not enforced",
          """
          A logo is shown only beside mail of domains whose DMARC policy is quarantine or reject \
          for them and for the names below: this one will not be.\
          """,
          "Go on to p=quarantine and p=reject, without sp=none or a pct below 100.",
          "dig _dmarc.{name} TXT +short; " + Transport.BIMI,
          Transport.bimi("7.1"),
          rfc(9989, "4.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofLogo(
        mail,
        _ ->
            Verdict.ofLookup(
                mail.dmarc(),
                _ -> {
                  var records = mail.dmarcRecords();
                  return records.size() == 1
                      ? judge(records.getFirst())
                      : new Verdict.NotApplicable("it has no valid DMARC record of its own");
                }));
  }

  private static Verdict judge(DmarcRecord record) {
    var policy = record.policy();
    if (policy.isEmpty()) {
      return new Verdict.NotApplicable("it has no valid DMARC record of its own");
    }
    boolean forSubdomains = !"none".equalsIgnoreCase(record.tags().getOrDefault("sp", ""));
    boolean forAll =
        policy.get() == DmarcRecord.Policy.REJECT
            || record.tags().getOrDefault("pct", "100").equals("100");
    return Verdict.passIf(
        policy.get() != DmarcRecord.Policy.NONE && forSubdomains && forAll,
        record.tags().toString());
  }
}
