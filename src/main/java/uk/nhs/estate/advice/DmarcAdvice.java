package uk.nhs.estate.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DmarcDiscovery;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Effective;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Organisation;
import uk.nhs.estate.observation.mail.MailUse;
import uk.nhs.estate.observation.mail.ReportDestination;
import uk.nhs.estate.observation.text.DmarcNearMiss;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;
import uk.nhs.estate.observation.text.DmarcRecord.Scope;
import uk.nhs.estate.observation.text.TxtData;

/// The next DMARC record of a domain: one step at a time from reports without a policy to a policy
/// that has forged mail refused (RFC 9989 §5.1).
final class DmarcAdvice {
  private static final String READ_REPORTS =
      "Read the aggregate reports of the last weeks: every service that sends for the domain must"
          + " pass by SPF or DKIM with the domain's own name, else its mail is put aside or"
          + " refused.";

  private static final String SENDS_NOTHING =
      "Make sure that nothing sends in the name of the domain, such as forms of its website.";

  private static final String SUBDOMAINS_SEND =
      "Names below the domain go by this record as well, unless they have one of their own: make"
          + " sure that their mail passes, or that they send none.";

  private final DmarcDiscovery discovery;

  private DmarcAdvice(DmarcDiscovery discovery) {
    this.discovery = discovery;
  }

  static Optional<Advice> of(MailFacts mail) {
    var discovery = DmarcDiscovery.of(mail);
    if (discovery.own().obstacle().isPresent()) {
      return Optional.empty();
    }
    var advice = new DmarcAdvice(discovery);
    if (MailUse.of(mail) instanceof MailUse.Unused) {
      return advice.parked();
    }
    var record = discovery.own().record();
    return record.filter(one -> one.policy().isPresent()).isPresent()
        ? advice.next(record.get())
        : advice.first();
  }

  /// A domain without mail can have all of it refused at once.
  private Optional<Advice> parked() {
    var draft = draft();
    draft.set("p", Policy.REJECT.word());
    draft.set("sp", Policy.REJECT.word());
    draft.drop("np", "names that do not exist go by sp");
    draft.drop("t", "there is nothing to try out");
    draft.first(SENDS_NOTHING);
    draft.first(SUBDOMAINS_SEND);
    return draft.advice("Nobody sends for the domain, so all mail in its name can be refused.");
  }

  /// The first record that counts.
  private Optional<Advice> first() {
    if (discovery.reading().domain() instanceof Effective.Hidden) {
      return Optional.empty(); // a record above may say more than ours would
    }
    var inherited = discovery.inherited().map(Effective.Applies::policy).orElse(Policy.NONE);
    var draft = draft();
    draft.set("p", inherited.word());
    draft.drop("sp", "the first step is the same for all names");
    draft.drop("np", "the first step is the same for all names");
    draft.drop("t", "there is nothing to try out");
    draft.wantReports();
    return draft.advice(
        inherited == Policy.NONE
            ? "Reports tell who sends in the name of the domain, before any mail is turned away."
            : "It keeps the policy that the domain has from "
                + discovery.inherited().orElseThrow().from()
                + ", and has the reports sent to you.");
  }

  /// One step on from a record that counts.
  private Optional<Advice> next(DmarcRecord record) {
    var draft = draft();
    if (!record.hasValidPolicies()) {
      draft.set("p", Policy.NONE.word());
      draft.drop("sp", "the record counts as p=none as it is");
      draft.drop("np", "the record counts as p=none as it is");
    }
    var written = record.written(Scope.DOMAIN).orElseThrow();
    if (written == Policy.NONE) {
      draft.drop("t", "there is nothing to try out");
    }
    if (!draft.hasReports()) {
      draft.set("p", written.word());
      draft.wantReports();
      return draft.advice(
          "Without reports nobody can tell whether a stronger policy would hit mail of yours.");
    }
    if (record.isTesting() && written != Policy.NONE) {
      draft.drop("t", "the policy then counts as it is written");
      draft.first(READ_REPORTS);
      return draft.advice("The policy has been tried out, and can count now.");
    }
    return switch (written) {
      case NONE -> raise(draft, Policy.QUARANTINE, "Mail that is forged is then put aside.");
      case QUARANTINE -> raise(draft, Policy.REJECT, "Mail that is forged is then refused.");
      case REJECT -> subdomains(draft, record);
    };
  }

  private Optional<Advice> raise(DmarcDraft draft, Policy policy, String reason) {
    draft.set("p", policy.word());
    draft.first(READ_REPORTS);
    if (!draft.has("sp")) {
      draft.first(SUBDOMAINS_SEND);
    }
    return draft.advice(reason);
  }

  /// The domain refuses what is forged; names below it should as well.
  private Optional<Advice> subdomains(DmarcDraft draft, DmarcRecord record) {
    var subdomains = record.written(Scope.SUBDOMAINS).orElseThrow();
    if (subdomains != Policy.REJECT) {
      draft.set("sp", (subdomains == Policy.NONE ? Policy.QUARANTINE : Policy.REJECT).word());
      draft.first(SUBDOMAINS_SEND);
      return draft.advice("Whoever wants to forge mail uses a name below the domain instead.");
    }
    if (record.written(Scope.MISSING).orElseThrow() != Policy.REJECT) {
      draft.drop("np", "names that do not exist then go by sp, or p");
      draft.first(
          "Make sure that no server sends from a name that does not exist in the DNS, as alerts of"
              + " machines may.");
      return draft.advice("No honest mail comes from names that do not exist.");
    }
    if (isCutShort()) {
      draft.set("psd", "n");
      draft.first(SUBDOMAINS_SEND);
      return draft.advice(
          "Names below the domain then go by this record for all receivers, and no other"
              + " organisation's mail passes for yours.");
    }
    return draft.advice("It means the same as today, without what receivers pass over.");
  }

  /// Whether receivers that follow RFC 9989 take a domain above for the organisation.
  private boolean isCutShort() {
    return discovery.reading().organisation() instanceof Organisation.Known(var today)
        && discovery.older().organisation() instanceof Organisation.Known(var older)
        && older.equals(discovery.domain())
        && !today.equals(older);
  }

  /// What there is today, without what receivers pass over.
  private DmarcDraft draft() {
    var own = discovery.own();
    var draft = new DmarcDraft(discovery.domain(), written(own));
    discovery.destinations().stream()
        .filter(to -> to.permission() instanceof ReportDestination.Permission.Missing)
        .forEach(
            to ->
                draft.first(
                    to.domain()
                        + " does not say that it takes your reports: ask whoever runs it for the"
                        + " TXT record v=DMARC1 at "
                        + discovery.domain()
                        + "._report._dmarc."
                        + to.domain()
                        + "."));
    return draft;
  }

  /// The records at the domain's place, those among them which are not recognised as such.
  private static List<DmarcRecord> written(DmarcDiscovery.Step own) {
    var written = new ArrayList<>(own.records());
    if (written.isEmpty()) {
      own.lookup().data().stream()
          .map(rdata -> TxtData.parse(rdata).joined())
          .flatMap(DmarcAdvice::meant)
          .forEach(written::add);
    }
    return written;
  }

  private static Stream<DmarcRecord> meant(String text) {
    return DmarcNearMiss.of(text).stream().flatMap(miss -> miss.meant().stream());
  }
}
