package uk.nhs.estate.profile.observatory;

import static uk.nhs.estate.profile.observatory.Outcome.SRI_ALL;
import static uk.nhs.estate.profile.observatory.Outcome.SRI_EXTERNAL;
import static uk.nhs.estate.profile.observatory.Outcome.SRI_INSECURE;
import static uk.nhs.estate.profile.observatory.Outcome.SRI_NOT_HTML;
import static uk.nhs.estate.profile.observatory.Outcome.SRI_NO_SCRIPTS;
import static uk.nhs.estate.profile.observatory.Outcome.SRI_OWN_SCRIPTS;
import static uk.nhs.estate.profile.observatory.Outcome.SRI_UNFIXED;
import static uk.nhs.estate.profile.observatory.Outcome.SRI_UNFIXED_INSECURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.text.WebAddress;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;

/// Whether the content of scripts from elsewhere is fixed, so that who changes it there changes
/// nothing here.
final class ScriptIntegrity {

  /// From the best to the worst; the worst of a page counts.
  private static final List<Outcome> ORDER =
      List.of(SRI_ALL, SRI_EXTERNAL, SRI_INSECURE, SRI_UNFIXED, SRI_UNFIXED_INSECURE);

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\t\\n\\f\\r ]++");
  private static final Pattern DIGEST =
      Pattern.compile("(?i)sha(?:256|384|512)-[a-z0-9+/_-]++={0,2}+(?:\\?.*+)?+");

  /// Where a script comes from.
  private enum Origin {
    /// The site itself, or a host of the same registered domain.
    OWN,
    /// The like, over http.
    OWN_OVER_HTTP,
    ELSEWHERE,
    /// Elsewhere over http, or over whatever the page came.
    ELSEWHERE_INSECURE
  }

  /// A script with a source.
  private record Loaded(Origin origin, boolean fixed) {}

  private ScriptIntegrity() {}

  static Opinion of(Look look) {
    var theirType = look.theirMediaType();
    var theirs =
        !theirType.isEmpty() && !look.isTheirPage()
            ? SRI_NOT_HTML
            : outcome(theirLoads(look), look.tags().scripts().size());
    var markup = look.markup();
    var ours =
        markup.isEmpty() && !Markup.isHtml(look.joined("Content-Type"))
            ? SRI_NOT_HTML
            : markup
                .map(read -> outcome(ourLoads(look, read), running(look.tags().scripts())))
                .orElse(SRI_NO_SCRIPTS);
    return new Opinion(theirs, ours, because(look));
  }

  /// Scripts that are part of the page, data blocks among them.
  private static int running(List<AllTags.Tag> scripts) {
    return (int) scripts.stream().filter(script -> !script.isInert()).count();
  }

  private static Outcome outcome(List<Loaded> loads, int scripts) {
    if (scripts == 0) {
      return SRI_NO_SCRIPTS;
    }
    Outcome worst = null;
    boolean elsewhere = false;
    for (var load : loads) {
      elsewhere |= load.origin() == Origin.ELSEWHERE || load.origin() == Origin.ELSEWHERE_INSECURE;
      var one = one(load, worst);
      worst =
          one != null && (worst == null || ORDER.indexOf(one) > ORDER.indexOf(worst)) ? one : worst;
    }
    if (worst != null) {
      return worst;
    }
    return elsewhere ? SRI_EXTERNAL : SRI_OWN_SCRIPTS;
  }

  private static @Nullable Outcome one(Loaded load, @Nullable Outcome sofar) {
    return switch (load.origin()) {
      case OWN -> load.fixed() && sofar == null ? SRI_ALL : null;
      case OWN_OVER_HTTP -> null;
      case ELSEWHERE -> load.fixed() ? null : SRI_UNFIXED;
      case ELSEWHERE_INSECURE -> load.fixed() ? SRI_INSECURE : SRI_UNFIXED_INSECURE;
    };
  }

  private static List<Loaded> theirLoads(Look look) {
    var loads = new ArrayList<Loaded>();
    for (var script : look.tags().scripts()) {
      var source = script.attr("src");
      if (!source.isEmpty()) {
        loads.add(new Loaded(theirOrigin(look, source), !script.attr("integrity").isEmpty()));
      }
    }
    return loads;
  }

  private static Origin theirOrigin(Look look, String source) {
    if (source.startsWith("//") && source.length() > 2 && source.charAt(2) != '/') {
      return Origin.ELSEWHERE_INSECURE;
    }
    boolean http = source.startsWith("http://");
    if (!http && !source.startsWith("https://")) {
      return look.isOverHttps() ? Origin.OWN : Origin.OWN_OVER_HTTP;
    }
    return WebAddress.parse(source)
        .map(address -> origin(look, address.host(), http))
        .orElse(Origin.OWN_OVER_HTTP);
  }

  private static List<Loaded> ourLoads(Look look, Markup markup) {
    var loads = new ArrayList<Loaded>();
    for (var script : markup.scripts()) {
      var source = script.src();
      if (source != null && !source.isBlank()) {
        loads.add(new Loaded(ourOrigin(look, markup, source), isFixed(script.integrity())));
      }
    }
    return loads;
  }

  private static Origin ourOrigin(Look look, Markup markup, String source) {
    var address =
        WebAddress.parse(markup.base())
            .flatMap(base -> base.resolve(source))
            .filter(to -> to.scheme().equals("http") || to.scheme().equals("https"));
    if (address.isEmpty()) {
      return look.isOverHttps() && !isBroken(source) ? Origin.OWN : Origin.OWN_OVER_HTTP;
    }
    if (namesNoScheme(source)) {
      return Origin.ELSEWHERE_INSECURE;
    }
    return origin(look, address.get().host(), address.get().scheme().equals("http"));
  }

  /// Whether it is an address of the web that cannot be one.
  private static boolean isBroken(String source) {
    return source.strip().toLowerCase(Locale.ROOT).startsWith("http");
  }

  /// `//host/`, which the Observatory holds to be unsafe on purpose: a page that is saved or comes
  /// over http loads it over http.
  private static boolean namesNoScheme(String source) {
    var text = source.strip().replace('\\', '/');
    return text.startsWith("//");
  }

  private static Origin origin(Look look, String host, boolean http) {
    var site = look.http().host();
    var registered = registered(host);
    boolean own =
        host.equals(site) || registered.isPresent() && registered.equals(registered(site));
    if (own) {
      return http ? Origin.OWN_OVER_HTTP : Origin.OWN;
    }
    return http ? Origin.ELSEWHERE_INSECURE : Origin.ELSEWHERE;
  }

  /// The name registered with a registry; that of who hands out names below his own is his.
  private static Optional<DomainName> registered(String host) {
    try {
      return PublicSuffixes.bundled().registrableAtRegistry(new DomainName(host));
    } catch (Refusal _) {
      return Optional.empty();
    }
  }

  /// Whether a digest is given that browsers know (Subresource Integrity §3.3.2).
  static boolean isFixed(@Nullable String integrity) {
    return integrity != null
        && WHITE_SPACE.splitAsStream(integrity).anyMatch(one -> DIGEST.matcher(one).matches());
  }

  private static Deviation because(Look look) {
    if (!look.theirMediaType().isEmpty() && !look.isTheirPage()) {
      return Deviation.MEDIA_TYPE;
    }
    var scripts = look.tags().scripts();
    if (scripts.stream().anyMatch(AllTags.Tag::isInert)) {
      return Deviation.SRI_INERT;
    }
    if (scripts.stream()
        .anyMatch(one -> !one.attr("integrity").isEmpty() && !isFixed(one.attr("integrity")))) {
      return Deviation.SRI_DIGEST;
    }
    boolean sameAddresses =
        look.markup()
            .map(
                markup ->
                    markup.scripts().stream()
                        .allMatch(
                            one ->
                                one.src() == null
                                    || theirOrigin(look, one.src())
                                        == ourOrigin(look, markup, one.src())))
            .orElse(true);
    return sameAddresses ? Deviation.SRI_DATA_BLOCK : Deviation.SRI_ADDRESS;
  }
}
