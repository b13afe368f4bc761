package uk.nhs.estate.profile.observatory;

import static uk.nhs.estate.profile.observatory.Outcome.CSP_INVALID;
import static uk.nhs.estate.profile.observatory.Outcome.CSP_MISSING;
import static uk.nhs.estate.profile.observatory.Outcome.CSP_REPORT_ONLY;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.nhs.estate.observation.page.Markup.Meta;
import uk.nhs.estate.observation.text.CspUrl;
import uk.nhs.estate.profile.observatory.CspSheet.Allows;

/// What the page's policies keep injected content from.
final class ContentSecurity {

  private static final String FIELD = "Content-Security-Policy";
  private static final String EQUIVALENT = "content-security-policy";
  private static final int MOST_METAS = 100;
  private static final Set<String> NOT_IN_META = Set.of("frame-ancestors", "report-uri", "sandbox");

  /// @param header those in field lines, one by one
  /// @param metas those in the markup
  private record Policies(List<String> header, List<String> metas) {

    /// The Observatory parts those of the markup at commas as well, which browsers do not (HTML
    /// §4.2.5.3).
    Policies asTheyRead() {
      return new Policies(header, CspMerge.split(metas));
    }

    List<String> all() {
      var all = new ArrayList<>(header);
      all.addAll(metas);
      return all;
    }
  }

  private ContentSecurity() {}

  static Opinion of(Look look) {
    var header = CspMerge.split(look.values(FIELD));
    var theirs = new Policies(header, theirMetas(look));
    var ours = new Policies(header, ourMetas(look));
    var they = theirs(look, theirs.asTheyRead());
    var we = ours(look, ours);
    // one name or another for the same loss is no news
    return they.modifier() == we.modifier()
        ? Opinion.shared(they)
        : new Opinion(they, we, because(look, theirs, ours));
  }

  /// The directives of all policies, as the Observatory lays them over each other; what it takes
  /// framing from.
  static Optional<CspMerge> theirMerge(Look look) {
    var policies = new Policies(CspMerge.split(look.values(FIELD)), theirMetas(look)).asTheyRead();
    return isNothing(policies) ? Optional.empty() : CspMerge.of(policies.all());
  }

  private static List<String> theirMetas(Look look) {
    return look.isTheirPage()
        ? look.tags().metas().stream()
            .filter(ContentSecurity::isPolicy)
            .map(meta -> meta.attr("content"))
            .filter(content -> !content.isEmpty())
            .limit(MOST_METAS)
            .toList()
        : List.of();
  }

  private static boolean isPolicy(AllTags.Tag meta) {
    return meta.attr("http-equiv").strip().equalsIgnoreCase(EQUIVALENT);
  }

  private static List<String> ourMetas(Look look) {
    return look.typedMarkup().stream()
        .flatMap(markup -> markup.metas().stream())
        .filter(meta -> meta.httpEquiv().equals(EQUIVALENT) && meta.inHead())
        .map(Meta::content)
        .filter(content -> !content.isEmpty())
        .limit(MOST_METAS)
        .toList();
  }

  /// Whether there is nothing that could be enforced.
  private static boolean isNothing(Policies policies) {
    return policies.header().isEmpty()
        && policies.metas().stream()
            .flatMap(policy -> CspMerge.directives(policy).stream())
            .allMatch(directive -> NOT_IN_META.contains(directive.getFirst()));
  }

  private static Outcome missing(Look look) {
    return look.joined("Content-Security-Policy-Report-Only").isEmpty()
        ? CSP_MISSING
        : CSP_REPORT_ONLY;
  }

  private static Outcome theirs(Look look, Policies policies) {
    var merged = CspMerge.of(policies.all());
    if (merged.isEmpty()) {
      return CSP_INVALID;
    }
    if (isNothing(policies)) {
      return missing(look);
    }
    var sheet = CspSheet.theirs(merged.get().directives());
    boolean scripts =
        any(sheet.scripts(), one -> CspSheet.isBroad(one) || CspSheet.isInline(one))
            || any(sheet.objects(), CspSheet::isBroad);
    boolean styles = any(sheet.styles(), one -> CspSheet.isBroad(one) || CspSheet.isInline(one));
    return new CspLadder(
            sheet.dynamicWithoutNonce(),
            scripts,
            look.isOverHttps() && sheet.active().stream().anyMatch(CspSheet::isInsecure),
            has(sheet.scripts(), "'unsafe-eval'") || has(sheet.styles(), "'unsafe-eval'"),
            look.isOverHttps() && sheet.passive().stream().anyMatch(CspSheet::isInsecure),
            styles,
            sheet.startsFromNothing(),
            merged.get().repeatsReports())
        .outcome();
  }

  /// Without a list, everything is allowed.
  private static boolean any(Optional<List<String>> list, Predicate<String> bad) {
    return list.isEmpty() || list.get().stream().anyMatch(bad);
  }

  private static boolean has(Optional<List<String>> list, String source) {
    return list.isPresent() && list.get().contains(source);
  }

  private static Outcome ours(Look look, Policies policies) {
    var metas = policies.metas().stream().filter(policy -> !policy.isBlank()).toList();
    var header = policies.header().stream().filter(one -> !CspMerge.isTooShort(one)).toList();
    boolean unreadable = header.isEmpty() && metas.isEmpty() && !policies.all().isEmpty();
    if (unreadable
        || new Policies(header, metas).all().stream().anyMatch(ContentSecurity::isInvalid)) {
      return CSP_INVALID;
    }
    var enforced = new ArrayList<CspSheet>();
    header.forEach(policy -> enforced.add(CspSheet.ours(policy)));
    for (var policy : metas) {
      var sheet = CspSheet.ours(policy);
      sheet.directives().keySet().removeAll(NOT_IN_META);
      if (!sheet.directives().isEmpty()) {
        enforced.add(sheet);
      }
    }
    if (enforced.isEmpty()) {
      return missing(look);
    }
    boolean repeats =
        new Policies(header, metas)
            .all().stream()
                .anyMatch(one -> CspMerge.of(List.of(one)).orElseThrow().repeatsReports());
    return ladder(look, enforced, repeats).outcome();
  }

  private static boolean isInvalid(String policy) {
    return CspMerge.of(List.of(policy)).isEmpty();
  }

  private static CspLadder ladder(Look look, List<CspSheet> policies, boolean repeats) {
    var self = CspUrl.of(look.page().url());
    var elements =
        common(
            policies,
            self,
            policy -> policy.sources("script-src-elem", "script-src", "default-src"));
    var attributes =
        common(
            policies,
            self,
            policy -> policy.sources("script-src-attr", "script-src", "default-src"));
    var objects = common(policies, self, CspSheet::objects);
    objects.removeAll(Set.of(Allows.INLINE, Allows.DATA));
    var styles =
        common(
            policies, self, policy -> policy.sources("style-src-elem", "style-src", "default-src"));
    var styleAttributes =
        common(
            policies, self, policy -> policy.sources("style-src-attr", "style-src", "default-src"));
    return new CspLadder(
        policies.stream().anyMatch(CspSheet::dynamicWithoutNonce),
        !elements.isEmpty() || attributes.contains(Allows.INLINE) || !objects.isEmpty(),
        look.isOverHttps() && CspInsecurity.isActive(policies),
        allAllow(policies, CspSheet::scripts, "'unsafe-eval'")
            || allAllow(policies, CspSheet::styles, "'unsafe-eval'"),
        look.isOverHttps() && CspInsecurity.isPassive(policies),
        !styles.isEmpty() || styleAttributes.contains(Allows.INLINE),
        policies.stream().anyMatch(CspSheet::startsFromNothing),
        repeats);
  }

  /// What every policy allows.
  private static Set<Allows> common(
      List<CspSheet> policies, CspUrl self, Function<CspSheet, Optional<List<String>>> list) {
    var common = EnumSet.copyOf(CspSheet.EVERYTHING);
    policies.forEach(policy -> common.retainAll(CspSheet.allows(list.apply(policy), self)));
    return common;
  }

  /// Whether one policy names a source and no other forbids it.
  private static boolean allAllow(
      List<CspSheet> policies, Function<CspSheet, Optional<List<String>>> list, String source) {
    return policies.stream().anyMatch(policy -> has(list.apply(policy), source))
        && policies.stream()
            .allMatch(policy -> list.apply(policy).isEmpty() || has(list.apply(policy), source));
  }

  private static Deviation because(Look look, Policies theirs, Policies ours) {
    if (!look.isTheirPage() && !ours.metas().isEmpty()) {
      return Deviation.MEDIA_TYPE;
    }
    if (!theirs.metas().equals(ours.metas())) {
      return Deviation.CSP_META_PLACE;
    }
    var policies = ours.all();
    if (policies.stream().anyMatch(CspMerge::isTooShort)) {
      return Deviation.CSP_EMPTY_POLICY;
    }
    if (policies.size() > 1) {
      return Deviation.CSP_EACH_POLICY;
    }
    var policy = policies.getFirst().toLowerCase(Locale.ROOT);
    if (policy.contains("-src-elem") || policy.contains("-src-attr")) {
      return Deviation.CSP_ELEMENTS_AND_ATTRIBUTES;
    }
    if (policy.contains("'strict-dynamic'")) {
      return Deviation.CSP_STRICT_DYNAMIC;
    }
    return policy.contains("'nonce-") || policy.contains("'sha")
        ? Deviation.CSP_NONCE_GRAMMAR
        : Deviation.CSP_SOURCE_MATCHING;
  }
}
