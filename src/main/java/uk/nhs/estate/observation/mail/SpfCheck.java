package uk.nhs.estate.observation.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.mail.SpfEvaluation.Result;
import uk.nhs.estate.observation.mail.SpfEvaluation.Step;
import uk.nhs.estate.observation.text.IpAddress;
import uk.nhs.estate.observation.text.SpfMacroString;
import uk.nhs.estate.observation.text.SpfMechanism;
import uk.nhs.estate.observation.text.SpfRecord;
import uk.nhs.estate.observation.text.SpfSelection;
import uk.nhs.estate.observation.text.SpfTerm;
import uk.nhs.estate.observation.text.TxtData;

/// One run of `check_host()` (RFC 7208 §4).
final class SpfCheck {
  private final Lookups lookups;
  private final SpfSender sender;
  private final SpfNamesOfSender names;
  private final List<Step> trace = new ArrayList<>();
  private final List<Lookup> asked = new ArrayList<>();
  private int counted;
  private int voids;

  SpfCheck(Lookups lookups, SpfSender sender) {
    this.lookups = lookups;
    this.sender = sender;
    this.names = new SpfNamesOfSender(sender.ip(), this::ask);
  }

  /// An error that ends the evaluation at once (§2.6.6, §2.6.7).
  private static final class Ended extends Exception {
    private final Result result;
    private final String why;

    Ended(Result result, String why) {
      super(why, null, false, false);
      this.result = result;
      this.why = why;
    }
  }

  /// What a record decided.
  ///
  /// @param explanation where the words for a refused sender are, and the domain that gives them
  private record Decision(
      Result result, String why, String domain, Optional<SpfTerm.Explanation> explanation) {}

  SpfEvaluation run() {
    try {
      var decision = check(SpfNames.domain(sender.domain()), 0);
      return ended(decision.result(), decision.why(), explain(decision));
    } catch (Ended e) {
      return ended(e.result, e.why, null);
    }
  }

  private SpfEvaluation ended(Result result, String why, @Nullable String explanation) {
    return new SpfEvaluation(result, why, explanation, counted, voids, trace);
  }

  /// The result for one domain (§4.3 to §4.7).
  private Decision check(String domain, int depth) throws Ended {
    if (!SpfNames.isDomain(domain)) {
      return none(domain, depth, "no name of a domain");
    }
    var txt = ask(domain, "TXT");
    return switch (txt.answer()) {
      case Lookup.Unasked _ -> throw couldNotAsk(domain, "", depth, txt);
      case Lookup.Absent(var absence, _) when absence == Lookup.Absence.LOOP ->
          throw couldNotAsk(domain, "", depth, txt);
      case Lookup.Absent absent -> none(domain, depth, String.join(", ", absent.words()));
      case Lookup.Found _ -> {
        var records = SpfSelection.of(txt.data()).records();
        if (records.isEmpty()) {
          yield none(domain, depth, "none of its TXT records is SPF");
        }
        if (records.size() > 1) {
          throw broken(domain, "", depth, records.size() + " SPF records");
        }
        yield evaluate(domain, records.getFirst().record(), depth);
      }
    };
  }

  private Decision none(String domain, int depth, String why) {
    step(trace.size(), depth, domain, "", counted, "no SPF record: " + why);
    return new Decision(
        Result.NONE, domain + " has no SPF record: " + why, domain, Optional.empty());
  }

  private Decision evaluate(String domain, SpfRecord record, int depth) throws Ended {
    for (var fault : record.malformed()) {
      throw broken(domain, fault.text(), depth, fault.why());
    }
    step(trace.size(), depth, domain, "", counted, record.text());
    for (var directive : record.directives()) {
      int at = trace.size();
      int count = count(domain, directive, depth);
      boolean matches = matches(directive, domain, depth);
      step(
          at,
          depth,
          domain,
          directive.text(),
          count,
          matches ? "matches: " + Result.of(directive.qualifier()).word() : "does not match");
      if (matches) {
        return new Decision(
            Result.of(directive.qualifier()),
            directive.text() + " of " + domain + " matches",
            domain,
            record.explanation());
      }
    }
    var redirect = record.redirect();
    if (redirect.isPresent()) {
      return redirect(redirect.get(), domain, depth);
    }
    return new Decision(
        Result.NEUTRAL,
        "nothing in the record of " + domain + " matches",
        domain,
        Optional.empty());
  }

  private Decision redirect(SpfTerm.Redirect redirect, String domain, int depth) throws Ended {
    int count = count(domain, redirect, depth);
    var target = expand(redirect.domain(), domain);
    step(trace.size(), depth, domain, redirect.text(), count, "goes on with " + target);
    var decision = check(target, depth + 1);
    if (decision.result() == Result.NONE) {
      throw broken(domain, redirect.text(), depth, decision.why()); // §6.1
    }
    return decision;
  }

  /// Counts a term that may ask the DNS.
  private int count(String domain, SpfTerm term, int depth) throws Ended {
    counted += term.asks() ? 1 : 0;
    if (counted > SpfTree.MOST_LOOKUPS) {
      throw broken(domain, term.text(), depth, "more than " + SpfTree.MOST_LOOKUPS + " look-ups");
    }
    return counted;
  }

  private boolean matches(SpfTerm.Directive directive, String domain, int depth) throws Ended {
    var term = directive.text();
    return switch (directive.mechanism()) {
      case SpfMechanism.All _ -> true;
      case SpfMechanism.Ip4(var network) -> network.holds(sender.ip());
      case SpfMechanism.Ip6(var network) -> network.holds(sender.ip());
      case SpfMechanism.Include(var target) -> includes(target, directive, domain, depth);
      case SpfMechanism.Exists(var target) -> {
        var a = ask(expand(target, domain), "A");
        yield isFound(a, domain, term, depth);
      }
      case SpfMechanism.A(var target, var lengths) -> {
        var addresses = addresses(target == null ? domain : expand(target, domain));
        yield isFound(addresses, domain, term, depth) && holds(addresses, lengths);
      }
      case SpfMechanism.Mx(var target, var lengths) -> {
        var mx = ask(target == null ? domain : expand(target, domain), "MX");
        yield isFound(mx, domain, term, depth) && exchanges(mx, lengths, directive, domain, depth);
      }
      case SpfMechanism.Ptr(var target) -> {
        var name = target == null ? domain : expand(target, domain);
        isVoid(names.pointers(), domain, term, depth);
        yield names.below(name).isPresent();
      }
    };
  }

  private boolean includes(
      SpfMacroString target, SpfTerm.Directive directive, String domain, int depth) throws Ended {
    var included = expand(target, domain);
    var decision = check(included, depth + 1);
    return switch (decision.result()) { // §5.2
      case PASS -> true;
      case FAIL, SOFTFAIL, NEUTRAL -> false;
      case NONE -> throw broken(domain, directive.text(), depth, decision.why());
      case TEMPERROR, PERMERROR -> throw new IllegalStateException("errors end at once");
    };
  }

  private boolean exchanges(
      Lookup mx, SpfMechanism.Lengths lengths, SpfTerm term, String domain, int depth)
      throws Ended {
    var hosts = SpfNames.exchanges(mx);
    if (hosts.size() > SpfTree.MOST_EXCHANGES) {
      throw broken(domain, term.text(), depth, hosts.size() + " mail exchangers");
    }
    for (var host : hosts) {
      var addresses = addresses(host);
      if (isUnknown(addresses)) {
        throw couldNotAsk(domain, term.text(), depth, addresses);
      }
      if (holds(addresses, lengths)) {
        return true;
      }
    }
    return false;
  }

  private Lookup addresses(String name) {
    return ask(name, sender.ip().isIpv6() ? "AAAA" : "A");
  }

  private boolean holds(Lookup addresses, SpfMechanism.Lengths lengths) {
    return addresses.data().stream()
        .flatMap(data -> IpAddress.parse(data).stream())
        .anyMatch(address -> lengths.around(address).holds(sender.ip()));
  }

  /// Whether there is an answer; what is not there is counted (§4.6.4).
  private boolean isFound(Lookup lookup, String domain, String term, int depth) throws Ended {
    if (isUnknown(lookup)) {
      throw couldNotAsk(domain, term, depth, lookup);
    }
    return !isVoid(lookup, domain, term, depth);
  }

  private boolean isVoid(Lookup lookup, String domain, String term, int depth) throws Ended {
    boolean isVoid = lookup.answer() instanceof Lookup.Absent && !isUnknown(lookup);
    voids += isVoid ? 1 : 0;
    if (voids > SpfTree.MOST_VOIDS) {
      throw broken(domain, term, depth, "more than " + SpfTree.MOST_VOIDS + " void look-ups");
    }
    return isVoid;
  }

  /// Whether a receiver gets no answer: aliases that go round in a circle are an error to it
  /// (RFC 1034 §3.6.2).
  static boolean isUnknown(Lookup lookup) {
    return switch (lookup.answer()) {
      case Lookup.Unasked _ -> true;
      case Lookup.Absent(var absence, _) -> absence == Lookup.Absence.LOOP;
      case Lookup.Found _ -> false;
    };
  }

  private Ended couldNotAsk(String domain, String term, int depth, Lookup lookup) {
    return error(
        Result.TEMPERROR,
        domain,
        term,
        depth,
        lookup.name() + " " + lookup.type() + ": " + String.join(", ", lookup.answer().words()));
  }

  private Ended broken(String domain, String term, int depth, String why) {
    return error(Result.PERMERROR, domain, term, depth, why);
  }

  private Ended error(Result result, String domain, String term, int depth, String why) {
    step(trace.size(), depth, domain, term, counted, result.word() + ": " + why);
    return new Ended(result, (term.isEmpty() ? "" : term + " of ") + domain + ": " + why);
  }

  private void step(int at, int depth, String domain, String term, int count, String decided) {
    trace.add(at, new Step(depth, domain, term, asked, decided, count, voids));
    asked.clear();
  }

  private Lookup ask(String name, String type) {
    var lookup = SpfNames.ask(lookups, name, type);
    asked.add(lookup);
    return lookup;
  }

  private String expand(SpfMacroString target, String domain) {
    return SpfNames.expand(target, letter -> value(letter, domain));
  }

  /// What a macro letter stands for (§7.2, §7.3).
  private String value(char letter, String domain) {
    return switch (letter) {
      case 's' -> sender.mailbox();
      case 'l' -> sender.localPart();
      case 'o' -> sender.mailDomain();
      case 'd' -> domain;
      case 'i' -> sender.ip().dotted().toUpperCase(Locale.ROOT);
      case 'p' -> names.best(domain);
      case 'v' -> sender.ip().isIpv6() ? "ip6" : "in-addr";
      case 'h' -> sender.helo();
      case 'c' -> sender.ip().toString();
      case 'r' -> sender.receiver();
      case 't' -> String.valueOf(sender.when().getEpochSecond());
      default -> throw new IllegalStateException("no macro letter: " + letter);
    };
  }

  /// The domain's words for a refused sender (§6.2). Whatever goes wrong with them changes nothing.
  private @Nullable String explain(Decision decision) {
    if (decision.result() != Result.FAIL || decision.explanation().isEmpty()) {
      return null;
    }
    var modifier = decision.explanation().get();
    var txt = ask(expand(modifier.domain(), decision.domain()), "TXT");
    var words =
        Optional.of(txt.data())
            .filter(data -> data.size() == 1)
            .map(data -> TxtData.parse(data.getFirst()).joined())
            .flatMap(SpfRecord::explanation)
            .map(text -> text.expand(letter -> value(letter, decision.domain())));
    step(
        trace.size(),
        0,
        decision.domain(),
        modifier.text(),
        counted,
        words.map(text -> "says: " + text).orElse("says nothing that counts"));
    return words.orElse(null);
  }
}
