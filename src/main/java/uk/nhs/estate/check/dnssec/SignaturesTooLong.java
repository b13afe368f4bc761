package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds signatures that could be replayed for very long.
///
/// @param most the longest life of a signature that is not called long
public record SignaturesTooLong(Duration most) implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.signatures-too-long",
          INFORMATIONAL,
          "The signatures of the domain are valid for very long",
          """
          Whoever kept an old answer can go on sending it, signature and all, until the \
          signature expires, long after the record was changed.\
          """,
          """
          Let the signer make signatures for two to four weeks and renew them well \
          before they end; most signers do so by default.\
          """,
          Commands.SIGNED,
          rfc(6781, "4.4.2.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Signatures.judge(
        dns,
        signatures -> {
          var longest =
              Collections.max(
                  signatures, Comparator.comparing(signature -> signature.rrsig().life()));
          return Verdict.passIf(
              longest.rrsig().life().compareTo(most) <= 0,
              longest.rrsig().life().toDays() + " days: " + longest.words());
        });
  }
}
