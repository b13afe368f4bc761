package uk.nhs.estate.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DmarcDiscovery;
import uk.nhs.estate.observation.mail.MailUse;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;
import uk.nhs.estate.observation.text.SpfMechanism;
import uk.nhs.estate.observation.text.SpfRecord;
import uk.nhs.estate.observation.text.SpfRecord.Qualifier;
import uk.nhs.estate.observation.text.SpfTerm;

/// The next SPF record of a domain: one record without what is never read, that says ever more
/// clearly that nobody else may send (RFC 7208 §10.1).
final class SpfAdvice {
  private static final String NOTHING = "v=spf1 -all";

  private final MailFacts mail;
  private final List<SpfRecord> today;
  private final List<String> terms = new ArrayList<>();
  private final Set<String> kept = new HashSet<>();
  private final List<String> changes = new ArrayList<>();
  private final Set<String> first = new LinkedHashSet<>();

  private SpfAdvice(MailFacts mail) {
    this.mail = mail;
    this.today = mail.spf();
  }

  static Optional<Advice> of(MailFacts mail) {
    if (mail.txt().answer() instanceof Lookup.Unasked) {
      return Optional.empty();
    }
    var advice = new SpfAdvice(mail);
    return switch (MailUse.of(mail)) {
      case MailUse.Unused _ -> advice.parked();
      case MailUse.Hidden _ -> Optional.empty();
      case MailUse.Used _ -> advice.today.isEmpty() ? advice.firstOne() : advice.next();
    };
  }

  private Optional<Advice> parked() {
    if (today.size() == 1 && today.getFirst().text().strip().equalsIgnoreCase(NOTHING)) {
      return Optional.empty();
    }
    changes.add(
        today.isEmpty() ? "the domain has no SPF record today" : "nothing stands beside -all");
    if (today.isEmpty()) {
      first.add(
          "Make sure that nothing sends in the name of the domain, such as forms of its website.");
    }
    return Optional.of(advice(NOTHING, "It says that nobody sends for the domain."));
  }

  private Optional<Advice> firstOne() {
    changes.add("the domain has no SPF record today");
    first.add(
        "Add every service that sends for the domain: each tells you its include. Mail that is"
            + " not listed is marked by ~all, and not refused.");
    return Optional.of(
        advice(
            "v=spf1 mx ~all",
            "Receivers can then tell mail of your own servers from the rest; it is a beginning."));
  }

  private Optional<Advice> next() {
    if (today.size() > 1) {
      changes.add("one record instead of " + today.size() + ", of which none counts");
      first.add("Make sure that each sender of the records is one of yours.");
    }
    var last = new ArrayList<String>();
    today.forEach(record -> keep(record, last));
    var all = all();
    terms.addAll(last);
    if (all != null) {
      terms.add(all.sign() + "all");
    }
    countLookups();
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(advice("v=spf1 " + String.join(" ", terms), reason(all)));
  }

  /// Takes over the terms of a record that are read, once each.
  ///
  /// @param last modifiers, which stand at the end
  private void keep(SpfRecord record, List<String> last) {
    boolean ended = false;
    for (var term : record.terms()) {
      if (ended && (term instanceof SpfTerm.Directive || term instanceof SpfTerm.Malformed)) {
        changes.add(term.text() + " goes: nothing is read after all");
        continue;
      }
      switch (term) {
        case SpfTerm.Directive(_, _, _, SpfMechanism.All _) -> ended = true;
        case SpfTerm.Directive(var text, _, _, SpfMechanism.Ptr _) -> {
          changes.add(text + " goes: receivers need not serve it (RFC 7208 §5.5)");
          first.add(
              "List the addresses of the servers that " + text + " stands for as ip4 or ip6.");
        }
        case SpfTerm.Directive directive -> add(directive.text());
        case SpfTerm.Redirect(var text, _, var domain) -> {
          if (record.all().isPresent()) {
            changes.add(text + " goes: it is ignored beside all");
          } else if (today.size() > 1) {
            changes.add(text + " becomes an include");
            add("include:" + domain.text());
          } else {
            last.add(text);
          }
        }
        case SpfTerm.Malformed(var text, _, var why) -> {
          changes.add(text + " goes: " + why);
          first.add("Find out what " + text + " was to say, and put that in instead.");
        }
        case SpfTerm.Explanation(var text, _, _) -> addOnce(last, text);
        case SpfTerm.Unknown(var text, _, _) -> addOnce(last, text);
      }
    }
  }

  private void add(String term) {
    if (kept.add(term.toLowerCase(Locale.ROOT))) {
      terms.add(term);
    } else {
      changes.add(term + " goes: it stands there already");
    }
  }

  private void addOnce(List<String> last, String modifier) {
    if (kept.add(modifier.substring(0, modifier.indexOf('=')).toLowerCase(Locale.ROOT))) {
      last.add(modifier);
    }
  }

  /// What is said of everybody else: a step clearer than today. None where `redirect` says it.
  private @Nullable Qualifier all() {
    if (today.size() > 1) {
      return Qualifier.SOFTFAIL;
    }
    var record = today.getFirst();
    if (record.all().isEmpty()) {
      if (record.redirect().isPresent()) {
        return null;
      }
      changes.add("~all is new: today nothing is said of other senders");
      return Qualifier.SOFTFAIL;
    }
    return switch (record.all().get()) {
      case PASS, NEUTRAL -> {
        changes.add("~all at the end: today other senders are let through");
        first.add(
            "Make sure that every service that sends for the domain is listed: mail from others"
                + " is marked from now on.");
        yield Qualifier.SOFTFAIL;
      }
      case SOFTFAIL -> {
        if (!changes.isEmpty() || !isEnforced()) {
          yield Qualifier.SOFTFAIL;
        }
        changes.add("-all instead of ~all");
        first.add(
            "Read the DMARC reports: every service that sends for the domain must pass SPF. Some"
                + " receivers refuse mail by -all before they look at DKIM, forwarded mail among"
                + " it; with a DMARC policy of reject, ~all protects as well.");
        yield Qualifier.FAIL;
      }
      case FAIL -> Qualifier.FAIL;
    };
  }

  /// Whether DMARC has mail put aside or refused already, so that senders are known.
  private boolean isEnforced() {
    return DmarcDiscovery.of(mail)
        .reading()
        .domain()
        .strength()
        .filter(policy -> policy != Policy.NONE)
        .isPresent();
  }

  private void countLookups() {
    long asking =
        SpfRecord.parse("v=spf1 " + String.join(" ", terms)).stream()
            .flatMap(record -> record.terms().stream())
            .filter(SpfTerm::asks)
            .count();
    if (asking > SpfTree.MOST_LOOKUPS) {
      first.add(
          "Receivers follow %d terms that ask the DNS; this record has %d: take out services that no longer send."
              .formatted(SpfTree.MOST_LOOKUPS, asking));
    }
  }

  private String reason(@Nullable Qualifier all) {
    if (today.size() > 1) {
      return "Receivers take several records for an error; one with all senders counts.";
    }
    return all != null && today.getFirst().all().filter(all::equals).isEmpty()
        ? "It says more clearly that nobody else sends for the domain."
        : "It lets the same servers send, without what is never read or does harm.";
  }

  private Advice advice(String text, String reason) {
    return new Advice(
        "SPF",
        new ZoneRecord(mail.name(), "TXT", text),
        null,
        today.stream().map(SpfRecord::text).toList(),
        reason,
        changes,
        List.copyOf(first));
  }
}
