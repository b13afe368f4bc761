package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.text.Refresh;
import uk.nhs.estate.observation.text.WebAddress;

/// Finds pages that send their visitors on by themselves, where a redirect would do.
public record RedirectByRefresh() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.redirect-by-refresh",
          INFORMATIONAL,
          "A page sends visitors on by a refresh instead of a redirect",
          """
          A refresh comes only after the page has been shown: it takes longer, breaks the Back \
          button, and people who use screen readers may lose their place.\
          """,
          """
          Answer with a redirect, such as status 301 and Location, instead of a page with a meta \
          refresh.\
          """,
          "curl -sSi https://{name}/ | grep -i refresh",
          new Standard(
              "HTML: the http-equiv refresh state",
              "https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh"),
          new Standard(
              "WCAG technique SVR1",
              "https://www.w3.org/WAI/WCAG22/Techniques/server-side-script/SVR1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    var visits =
        endsAlike(http.plain(), http.secure())
            ? List.of(http.secure())
            : List.of(http.plain(), http.secure());
    var verdict = Redirects.judgeEach(visits, RedirectByRefresh::evidence);
    return verdict instanceof Verdict.Pass && visits.stream().anyMatch(RedirectByRefresh::isUnread)
        ? Verdict.Unknown.lasting("the page was not read")
        : verdict;
  }

  /// The page at one end is read once.
  private static boolean endsAlike(Visit one, Visit other) {
    return !one.hops().isEmpty()
        && !other.hops().isEmpty()
        && one.hops().getLast().url().equals(other.hops().getLast().url());
  }

  private static boolean isUnread(Visit visit) {
    return visit.end() instanceof Visit.Answered
        && visit.body() == null
        && visit.hops().getLast().status() == 200
        && Markup.isHtml(String.join(",", visit.hops().getLast().values("Content-Type")));
  }

  private static Optional<String> evidence(Visit visit) {
    if (!(visit.end() instanceof Visit.Answered)) {
      return Optional.empty();
    }
    var last = visit.hops().getLast();
    var metas =
        HttpFacts.markup(visit).stream()
            .flatMap(markup -> markup.metas().stream())
            .filter(meta -> meta.inHead() && meta.httpEquiv().equals("refresh"))
            .map(Markup.Meta::content);
    return Stream.concat(last.values("Refresh").stream(), metas)
        .flatMap(content -> Refresh.parse(content).stream())
        .flatMap(refresh -> evidence(last, refresh).stream())
        .findFirst();
  }

  /// One that shows the same page again leads nowhere.
  private static Optional<String> evidence(Hop page, Refresh refresh) {
    var here = WebAddress.parse(page.url());
    return here.flatMap(base -> base.resolve(refresh.url()))
        .filter(to -> to.isOfTheWeb() && !here.equals(Optional.of(to)))
        .map(
            to ->
                Redirects.shown(page)
                    + " leads to "
                    + to.origin()
                    + " after "
                    + refresh.seconds()
                    + " s");
  }
}
