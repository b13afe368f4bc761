package uk.nhs.estate.check.mail;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DmarcDiscovery;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Effective;
import uk.nhs.estate.observation.text.DmarcNearMiss;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.TxtData;

/// What the checks of DMARC have in common: whether there is something to judge.
final class Dmarc {
  private Dmarc() {}

  /// Judges a domain that exists. One with a policy record does: nothing is below a name that does
  /// not (RFC 8020 §2).
  static Verdict ofExistingDomain(MailFacts mail, Supplier<Verdict> judge) {
    if (mail.txt().provesThatTheNameDoesNotExist()) {
      return new Verdict.NotApplicable("the name does not exist");
    }
    return mail.txt().answer() instanceof Lookup.Unasked(var obstacle)
            && mail.dmarcRecords().isEmpty()
        ? new Verdict.Unknown(obstacle)
        : judge.get();
  }

  /// Judges a domain's own record when it has one, and not several.
  static Verdict ofOwnRecord(MailFacts mail, Function<DmarcRecord, Verdict> judge) {
    return ofExistingDomain(
        mail,
        () ->
            Verdict.ofLookup(
                mail.dmarc(),
                _ ->
                    mail.dmarcRecords().size() == 1
                        ? judge.apply(mail.dmarcRecords().getFirst())
                        : new Verdict.NotApplicable(
                            "it has not exactly one DMARC record of its own")));
  }

  /// Judges the policy that receivers go by for the domain's own mail, wherever it comes from.
  static Verdict ofPolicy(
      MailFacts mail, BiFunction<DmarcDiscovery, Effective.Applies, Verdict> judge) {
    return ofExistingDomain(
        mail,
        () -> {
          var discovery = DmarcDiscovery.of(mail);
          return switch (discovery.reading().domain()) {
            case Effective.Applies applies -> judge.apply(discovery, applies);
            case Effective.Nothing _ ->
                new Verdict.NotApplicable("no valid DMARC record applies to it");
            case Effective.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
          };
        });
  }

  /// What was meant as a record and is none.
  static List<DmarcNearMiss> nearMisses(Lookup lookup) {
    return lookup.data().stream()
        .map(rdata -> DmarcNearMiss.of(TxtData.parse(rdata).joined()))
        .flatMap(Optional::stream)
        .toList();
  }
}
