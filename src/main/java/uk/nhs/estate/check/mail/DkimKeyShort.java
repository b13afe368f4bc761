package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DkimKey.Rsa;

/// Finds RSA keys that are shorter than they should be by now.
public record DkimKeyShort() implements Check.OfMail {

  /// Signers should use no shorter ones.
  private static final int GOOD_BITS = 2048;

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-key-short",
          INFORMATIONAL,
          "A DKIM key is shorter than 2048 bits",
          """
          Receivers must accept it, but a key of 1024 bits may be broken by somebody with enough \
          computers, who could then sign forged mail.\
          """,
          """
          Make a new key of 2048 bits with a new selector, sign with it, and take the old record out of the \
          DNS some days later. Where a service keeps the key, ask the service.\
          """,
          Dkim.COMMAND,
          rfc(8301, "3.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dkim.keysOfUsed(
        mail,
        key ->
            key.key() instanceof Rsa(_, var bits, _)
                    && bits >= DkimKeyWeak.LEAST_BITS
                    && bits < GOOD_BITS
                ? Optional.of("RSA of " + bits + " bits")
                : Optional.empty());
  }
}
