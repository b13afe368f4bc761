package uk.nhs.estate.check.dnssec;

import static java.time.temporal.ChronoUnit.SECONDS;
import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.RrsigData;

/// Warns while there is still time to sign anew.
///
/// @param notice how long before; the last tenth of their life at the most, since signers that wait
///     longest sign anew when little more than a tenth is left
public record SignaturesExpireSoon(Duration notice) implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dnssec.signatures-expire-soon",
              ADVISORY,
              "The signatures of the domain expire soon",
              """
              When they expire, resolvers that check signatures refuse to answer, and the \
              website and the mail are gone for their users. A signer that works has long \
              since signed anew.\
              """,
              """
              See whether the signer runs, whether it can reach its keys, and whether every \
              name server gets the newly signed zone.\
              """,
              Commands.SIGNED,
              rfc(6781, "4.4.2.2"),
              rfc(4034, "3.1.5"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Signatures.judge(
        dns,
        signatures -> {
          var now = dns.seenAt().truncatedTo(SECONDS);
          var valid =
              Signatures.lasting(signatures).stream()
                  .filter(signature -> !signature.rrsig().expiration().isBefore(now))
                  .toList();
          if (valid.isEmpty()) {
            return new Verdict.NotApplicable("they have expired");
          }
          return valid.stream()
              .filter(signature -> isSoon(signature.rrsig(), now))
              .min(Comparator.comparing(signature -> signature.rrsig().expiration()))
              .<Verdict>map(signature -> new Verdict.Fail("", signature.words()))
              .orElseGet(Verdict.Pass::new);
        });
  }

  private boolean isSoon(RrsigData rrsig, Instant now) {
    var tenth = rrsig.life().dividedBy(10);
    var soon = tenth.compareTo(notice) < 0 ? tenth : notice;
    return Duration.between(now, rrsig.expiration()).compareTo(soon) <= 0;
  }
}
