package uk.nhs.estate.check;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.HttpFacts.Page;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.SiteRole;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.page.Markup;

/// What a check says of what was seen.
public sealed interface Verdict {

  /// Why much does not apply to a site without HTTPS.
  String NOBODY_ON_HTTPS = "nobody answers on the port for HTTPS";

  /// Seen, and in order: resolves findings.
  record Pass() implements Verdict {}

  /// Seen, and wrong: opens findings.
  ///
  /// @param faults everything wrong that was seen, at least one
  /// @param hidden subjects that could not be seen this time: their findings stay as they are
  record Fail(List<Fault> faults, List<String> hidden) implements Verdict {

    /// Stands among the hidden for whatever subjects there may be besides those of the faults.
    public static final String ALL_OTHERS = "*";

    public Fail {
      faults = List.copyOf(faults);
      hidden = hidden.stream().map(Fault::subject).toList();
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("A failure has a fault");
      }
    }

    public Fail(List<Fault> faults) {
      this(faults, List.of());
    }

    /// One fault.
    public Fail(String subject, String evidence) {
      this(List.of(new Fault(subject, evidence)));
    }
  }

  /// Seen, and the rule has nothing to say here: withdraws findings.
  record NotApplicable(String reason) implements Verdict {
    public NotApplicable {
      reason = Fault.keepable(reason, Fault.LONGEST_EVIDENCE);
    }
  }

  /// Not seen: changes nothing.
  ///
  /// @param mayPass whether another look soon may see it
  record Unknown(String reason, boolean mayPass) implements Verdict {
    public Unknown {
      reason = Fault.keepable(reason, Fault.LONGEST_EVIDENCE);
    }

    /// What could not be asked this time.
    public Unknown(String reason) {
      this(reason, true);
    }

    public Unknown(Obstacle obstacle) {
      this(obstacle.words(), obstacle.kind().mayPass());
    }

    /// What another look would not see either.
    public static Unknown lasting(String reason) {
      return new Unknown(reason, false);
    }
  }

  /// A pass, or one fault of the target itself.
  static Verdict passIf(boolean sound, String evidence) {
    return sound ? new Pass() : new Fail("", evidence);
  }

  /// A pass, or one fault.
  static Verdict passIf(boolean sound, String subject, String evidence) {
    return sound ? new Pass() : new Fail(subject, evidence);
  }

  /// A pass when there are no faults.
  static Verdict ofFaults(List<Fault> faults) {
    return faults.isEmpty() ? new Pass() : new Fail(faults);
  }

  /// A pass when there are no faults and nothing that could not be asked.
  ///
  /// @param hidden subjects that could not be seen
  static Verdict ofFaults(List<Fault> faults, List<String> hidden, String obstacle) {
    if (!faults.isEmpty()) {
      return new Fail(faults, hidden);
    }
    return hidden.isEmpty() ? new Pass() : new Unknown(obstacle);
  }

  /// Judges the records of a name that exists.
  static Verdict ofExistingName(Lookup lookup, Function<List<String>, Verdict> judge) {
    return lookup.provesThatTheNameDoesNotExist()
        ? new NotApplicable("the name does not exist")
        : ofLookup(lookup, judge);
  }

  /// Judges the records of a look-up. Not asked is unknown; proved absent is given as no records.
  static Verdict ofLookup(Lookup lookup, Function<List<String>, Verdict> judge) {
    return lookup.answer() instanceof Lookup.Unasked(var obstacle)
        ? new Unknown(obstacle)
        : judge.apply(lookup.data());
  }

  /// Judges a TLS handshake that was completed.
  static Verdict ofHandshake(TlsFacts tls, Function<TlsFacts.Completed, Verdict> judge) {
    return switch (tls.outcome()) {
      case TlsFacts.Completed completed -> judge.apply(completed);
      case TlsFacts.Failed(_, var answer) ->
          new Unknown("no TLS handshake was completed (" + answer + ")");
      case TlsFacts.NotTls _ -> new NotApplicable("its port for HTTPS does not speak TLS");
      case TlsFacts.NobodyListens _ -> new NotApplicable(NOBODY_ON_HTTPS);
    };
  }

  /// Judges a site's own certificate.
  static Verdict ofCertificate(TlsFacts tls, Function<X509Certificate, Verdict> judge) {
    return ofHandshake(
        tls,
        completed -> {
          var certificates = completed.certificates();
          return certificates.isEmpty()
              ? Unknown.lasting("its certificate cannot be read")
              : judge.apply(certificates.getFirst());
        });
  }

  /// Judges what a site's own host answers first over HTTPS, whether it shows a page or leads on.
  static Verdict ofFirstAnswer(HttpFacts http, Function<Hop, Verdict> judge) {
    if (!http.secure().hops().isEmpty()) {
      return judge.apply(http.secure().hops().getFirst());
    }
    return switch (http.secure().end()) {
      case Visit.Obstructed(var obstacle) -> new Unknown(obstacle);
      case Visit.NobodyListens _ -> new NotApplicable(NOBODY_ON_HTTPS);
      case Visit.Answered _, Visit.Endless _ ->
          throw new IllegalStateException("A visit that was answered has a hop");
    };
  }

  /// Judges the markup of a site's own page when there is one.
  static Verdict ofMarkup(HttpFacts http, Function<Markup, Verdict> judge) {
    return ofPage(
        http,
        page -> {
          var type = String.join(",", page.hop().values("Content-Type"));
          if (!Markup.isHtml(type)) {
            return new NotApplicable(SiteRole.of(http).words() + ": it serves " + type);
          }
          return HttpFacts.markup(http.secure())
              .map(judge)
              .orElseGet(() -> new Unknown("the page was not read"));
        });
  }

  /// Judges the markup of every page of a site that was seen: a fault on any of them counts, and
  /// only when all of them were read is nothing wrong.
  ///
  /// @param judge finds the faults of one page
  static Verdict ofMarkups(HttpFacts http, Function<Markup, List<Fault>> judge) {
    return ofMarkups(http, (_, markup) -> judge.apply(markup));
  }

  /// The same for what depends on the header as well.
  static Verdict ofMarkups(HttpFacts http, BiFunction<Hop, Markup, List<Fault>> judge) {
    return ofMarkup(http, home -> new SeenPages(http, judge).verdict(home));
  }

  /// Judges what the pages of a site must offer to its visitors, if it is there for visitors.
  static Verdict ofVisitors(HttpFacts http, Function<Markup, Verdict> judge) {
    return ofPage(
        http,
        page -> {
          var role = SiteRole.of(http);
          if (role != SiteRole.ORDINARY) {
            return new NotApplicable(role.words());
          }
          return page.hop().status() == 200
              ? ofMarkup(http, judge)
              : new NotApplicable("it answers with status " + page.hop().status());
        });
  }

  /// Judges a site's own page when there is one.
  static Verdict ofPage(HttpFacts http, Function<Page.Shown, Verdict> judge) {
    return switch (http.page()) {
      case Page.Shown shown -> judge.apply(shown);
      case Page.NotServed(var reason) -> new NotApplicable(reason);
      case Page.Hidden(var obstacle) -> new Unknown(obstacle);
    };
  }
}
