package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DkimKeys;
import uk.nhs.estate.observation.mail.DkimKeys.Tried;
import uk.nhs.estate.observation.text.DkimKey.Revoked;

/// Finds domains that use mail and at which no DKIM key is known.
public record DkimNotFound() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-not-found",
          INFORMATIONAL,
          "No DKIM key of the domain is known",
          """
          Receivers can check signed mail even when it is forwarded. Selectors cannot be listed, only \
          tried: that none of those tried has a key does not show that the domain has none.\
          """,
          """
          Tell us the selectors that your services sign with: s= in the DKIM-Signature header of a \
          message. If mail is not signed, turn DKIM on at every service that sends for the domain.\
          """,
          "dig _domainkey.{name} TXT; dig SELECTOR._domainkey.{name} TXT +short",
          rfc(6376, "3.6.2.1"),
          rfc(8020, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dkim.ofUsed(
        mail,
        () -> {
          if (mail.spf().size() == 1 && mail.spf().getFirst().letsNobodySend()) {
            return new Verdict.NotApplicable("SPF lets nobody send");
          }
          var keys = DkimKeys.of(mail);
          if (keys.found().stream().anyMatch(tried -> !isRevoked(tried))) {
            return new Verdict.Pass();
          }
          return keys.obstacle()
              .<Verdict>map(Verdict.Unknown::new)
              .orElseGet(() -> new Verdict.Fail("", evidence(keys)));
        });
  }

  private static boolean isRevoked(Tried tried) {
    return tried.keys().stream().allMatch(key -> key.key() instanceof Revoked);
  }

  private static String evidence(DkimKeys keys) {
    var tried = String.join(", ", keys.tried().stream().map(Tried::selector).toList());
    return (keys.below().provesThatTheNameDoesNotExist()
            ? keys.below().name() + " does not exist, so there is nothing below it"
            : keys.below().name() + " exists, so something may be below it")
        + (tried.isEmpty() ? "" : "; selectors tried: " + tried)
        + (keys.found().isEmpty() ? "" : "; every key that was found is revoked");
  }
}
