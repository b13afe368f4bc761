package uk.nhs.estate.check.csp;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.text.ContentSecurityPolicy.LeftOut.Reason;
import uk.nhs.estate.observation.text.Csp;
import uk.nhs.estate.observation.text.CspSource;
import uk.nhs.estate.observation.text.CspSource.Host;
import uk.nhs.estate.observation.text.CspSource.Keyword;

/// What checks of content security policies share.
final class Policies {
  /// Shows the policies of the page, in its header and in its markup.
  static final String COMMAND = "curl -sSiL https://{name}/ | grep -i content-security-policy";

  /// There is nothing to judge.
  static final Verdict NONE = new Verdict.NotApplicable("it has no policy");

  /// A host that nobody can have meant.
  static final String SOMEWHERE = "a.invalid";

  /// No policy has more to mend than can be read.
  static final int MOST_FAULTS = 20;

  /// So many sources are held against the other policies.
  static final int MOST_TRIED = 100;

  private Policies() {}

  /// Judges a page's policies, if it has any that browsers enforce.
  static Verdict judge(HttpFacts http, Function<Csp, Verdict> judge) {
    return read(http, csp -> csp.enforced().isEmpty() ? NONE : judge.apply(csp));
  }

  /// Judges all that is said of policies on a page. One that was not read may hold more of it in
  /// its markup.
  static Verdict read(HttpFacts http, Function<Csp, Verdict> judge) {
    return Verdict.ofPage(
        http,
        page -> {
          var markup = HttpFacts.markup(http.secure());
          var type = String.join(",", page.hop().values("Content-Type"));
          return markup.isEmpty() && Markup.isHtml(type)
              ? new Verdict.Unknown("the page was not read, and may hold a policy")
              : judge.apply(HttpFacts.csp(page.hop(), markup));
        });
  }

  /// Judges which scripts a page's policies let in, if they say anything of scripts.
  static Verdict ofScripts(HttpFacts http, Function<Csp, Verdict> judge) {
    return judge(
        http,
        csp ->
            csp.scriptLists().isEmpty()
                ? new Verdict.NotApplicable("it restrains no scripts")
                : judge.apply(csp));
  }

  /// A pass when it is forbidden.
  static Verdict forbidden(Csp.Answer answer) {
    return Verdict.passIf(!answer.allowed(), answer.words());
  }

  /// A pass when there are none; one for each subject, the first ones.
  static Verdict faults(Stream<Fault> faults) {
    var seen = new HashSet<String>();
    return Verdict.ofFaults(
        faults.filter(fault -> seen.add(fault.subject())).limit(MOST_FAULTS).toList());
  }

  /// Judges whether browsers pass over directives for that reason.
  static Verdict leftOut(HttpFacts http, Reason reason, String words) {
    return read(
        http,
        csp ->
            csp.policies().isEmpty()
                ? NONE
                : faults(
                    csp.policies().stream()
                        .flatMap(policy -> policy.leftOut().stream())
                        .filter(directive -> directive.reason() == reason)
                        .map(directive -> new Fault(directive.name(), words))));
  }

  /// The sources that let scripts in by their address, whether or not another policy keeps them
  /// out.
  static Stream<CspSource> scriptSources(Csp csp) {
    return csp.scriptLists().stream()
        .filter(list -> !list.has(Keyword.STRICT_DYNAMIC))
        .flatMap(list -> list.sources().stream())
        .distinct();
  }

  /// Those of them that are hosts.
  static Stream<Host> scriptHosts(Csp csp) {
    return scriptSources(csp)
        .flatMap(source -> source instanceof Host host ? Stream.of(host) : Stream.empty());
  }

  /// The nonces by which scripts are let in.
  static List<String> scriptNonces(Csp csp) {
    return csp.scriptLists().stream().flatMap(list -> list.nonces().stream()).toList();
  }

  /// Whether all policies that restrain scripts let in those with a nonce, wherever they are from.
  static boolean letsScriptsInByNonce(Csp csp) {
    return !csp.scriptLists().isEmpty()
        && csp.scriptLists().stream().noneMatch(list -> list.nonces().isEmpty());
  }
}
