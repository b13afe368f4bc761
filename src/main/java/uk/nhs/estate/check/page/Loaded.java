package uk.nhs.estate.check.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.page.Markup.Resource;
import uk.nhs.estate.observation.page.Markup.Resource.Kind;
import uk.nhs.estate.observation.text.ContentSecurityPolicy;
import uk.nhs.estate.observation.text.Integrity;
import uk.nhs.estate.observation.text.WebAddress;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;

/// Something that browsers load with a page, and from where.
///
/// @param what what it is, in words
/// @param use what may become of it
record Loaded(
    String what,
    Use use,
    WebAddress address,
    boolean inStyles,
    @Nullable String integrity,
    @Nullable String crossorigin) {

  /// What may become of it when it comes unencrypted (Mixed Content §3).
  enum Use {
    /// Browsers refuse to load it: it could change the page.
    BLOCKED,
    /// Browsers ask for it by https instead, and show nothing if that fails.
    UPGRADED,
    /// Another page within the page, which they refuse as well.
    FRAMED
  }

  /// Finds what pages load without encryption, by its host.
  static Verdict judgeUnencrypted(HttpFacts http, Use use) {
    return Verdict.ofMarkups(
        http,
        (hop, markup) ->
            isUpgraded(hop, markup)
                ? List.of()
                : by(markup).stream()
                    .filter(one -> one.use() == use && one.isUnencrypted())
                    .map(one -> new Fault(one.address().host(), one.what() + " " + one.address()))
                    .toList());
  }

  /// Whether a policy makes browsers ask for everything by https, forms among it (Upgrade Insecure
  /// Requests §3.2).
  static boolean isUpgraded(Hop hop, Markup markup) {
    var inMarkup =
        markup.metas().stream()
            .filter(meta -> meta.inHead() && meta.httpEquiv().equals("content-security-policy"))
            .map(Markup.Meta::content);
    var policies = Stream.concat(hop.values("Content-Security-Policy").stream(), inMarkup).toList();
    return ContentSecurityPolicy.parse(policies).stream()
        .anyMatch(policy -> policy.directive("upgrade-insecure-requests").isPresent());
  }

  /// Everything that a page loads from the web.
  static List<Loaded> by(Markup markup) {
    var loaded = new ArrayList<Loaded>();
    var base = WebAddress.parse(markup.base());
    for (var script : markup.scripts()) {
      var src = script.src();
      if (src != null) {
        base.flatMap(from -> from.resolve(src))
            .filter(WebAddress::isOfTheWeb)
            .ifPresent(
                address ->
                    loaded.add(
                        new Loaded(
                            "script",
                            Use.BLOCKED,
                            address,
                            false,
                            script.integrity(),
                            script.crossorigin())));
      }
    }
    for (var one : markup.resources()) {
      base.flatMap(from -> from.resolve(one.address()))
          .filter(WebAddress::isOfTheWeb)
          .ifPresent(address -> loaded.add(of(one, address)));
    }
    return loaded;
  }

  private static Loaded of(Resource one, WebAddress address) {
    var what = one.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Loaded(
        what, use(one.kind()), address, one.inStyles(), one.integrity(), one.crossorigin());
  }

  private static Use use(Kind kind) {
    return switch (kind) {
      case IMAGE, MEDIA -> Use.UPGRADED;
      case FRAME -> Use.FRAMED;
      case STYLESHEET, IMAGE_SET, TRACK, FONT, OBJECT, MANIFEST, MODULE_PRELOAD, PRELOAD ->
          Use.BLOCKED;
    };
  }

  /// Whether its content may change what the page is and does, and can be tied to a digest.
  boolean takesIntegrity() {
    return !inStyles && (what.equals("script") || what.equals("stylesheet"));
  }

  /// Whether browsers check it against a digest.
  boolean isTied() {
    return integrity != null && Integrity.isEnforced(integrity);
  }

  /// Whether it comes over the network without encryption; what comes from the visitor's own device
  /// does not (Secure Contexts §3.1).
  boolean isUnencrypted() {
    return !address.isSecure() && !isOwnDevice(address.host());
  }

  private static boolean isOwnDevice(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  /// Whether it comes from another origin than the page.
  boolean isCrossOrigin(Markup markup) {
    return !WebAddress.parse(markup.url())
        .map(WebAddress::origin)
        .orElse("")
        .equals(address.origin());
  }

  /// Whether it comes from another registered name than the page: from others.
  boolean isOfOthers(Markup markup) {
    var page = registered(WebAddress.parse(markup.url()).map(WebAddress::host).orElse(""));
    return !address.host().equals(page) && !address.host().endsWith("." + page);
  }

  /// The registered name of a host; the host itself if it has none, as an address.
  private static String registered(String host) {
    try {
      var name = new DomainName(host);
      return PublicSuffixes.bundled().registrable(name).orElse(name).ascii();
    } catch (Refusal _) {
      return host;
    }
  }
}
