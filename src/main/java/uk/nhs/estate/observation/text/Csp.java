package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.observation.text.CspSource.Keyword;

/// What all policies of a page together let happen (CSP Level 3): only what every one of them
/// allows. What is asked about came into the page by a flaw of it, so it carries no nonce and
/// nobody has its digest.
///
/// @param self where the page is
/// @param policies those that are enforced, in the order in which browsers meet them
/// @param reported those whose violations are reported and no more
public record Csp(
    CspUrl self, List<ContentSecurityPolicy> policies, List<ContentSecurityPolicy> reported) {

  /// No more characters of policies are read in the markup: as much as a header holds.
  private static final int MOST_IN_MARKUP = 1 << 16;

  private static final List<String> SCRIPTS = List.of("script-src", "default-src");

  public Csp {
    policies = List.copyOf(policies);
    reported = List.copyOf(reported);
  }

  /// Reads all policies of a page.
  ///
  /// @param url where the page is
  /// @param enforced the values of all `Content-Security-Policy` field lines
  /// @param reportOnly those of `Content-Security-Policy-Report-Only`
  /// @param metas the contents of `meta` elements with `http-equiv=Content-Security-Policy` in the
  ///     `head`
  public static Csp of(
      String url, List<String> enforced, List<String> reportOnly, List<String> metas) {
    return new Csp(
        CspUrl.of(url),
        Stream.concat(ContentSecurityPolicy.read(enforced).stream(), ofMarkup(metas).stream())
            .toList(),
        ContentSecurityPolicy.parse(reportOnly));
  }

  private static List<ContentSecurityPolicy> ofMarkup(List<String> metas) {
    var policies = new ArrayList<ContentSecurityPolicy>();
    int room = MOST_IN_MARKUP;
    for (var content : metas) {
      room -= content.length() + 1;
      if (room >= 0) {
        policies.add(ContentSecurityPolicy.ofMeta(content));
      }
    }
    policies.removeIf(ContentSecurityPolicy::saysNothing);
    return policies;
  }

  /// What stands in the page itself.
  public enum Inline {
    SCRIPT("script-src-elem"),
    EVENT_HANDLER("script-src-attr"),
    /// A link to `javascript:`.
    SCRIPT_LINK("script-src-elem"),
    STYLE("style-src-elem"),
    STYLE_ATTRIBUTE("style-src-attr");

    private final boolean isScript;
    private final List<String> directives;

    Inline(String directive) {
      this.isScript = directive.startsWith("script");
      this.directives = List.of(directive, isScript ? "script-src" : "style-src", "default-src");
    }
  }

  /// What is fetched from an address, or sent there.
  public enum Use {
    SCRIPT("script-src-elem", "script-src", "default-src"),
    STYLE("style-src-elem", "style-src", "default-src"),
    /// An `object` or an `embed`.
    OBJECT("object-src", "default-src"),
    FRAME("frame-src", "child-src", "default-src"),
    WORKER("worker-src", "child-src", "script-src", "default-src"),
    /// By a script.
    CONNECTION("connect-src", "default-src"),
    IMAGE("img-src", "default-src"),
    FONT("font-src", "default-src"),
    MEDIA("media-src", "default-src"),
    MANIFEST("manifest-src", "default-src"),
    /// What a form is sent to.
    FORM("form-action"),
    /// What relative addresses are resolved against.
    BASE("base-uri");

    private final List<String> directives;

    /// @param directives the one that governs it, and those that stand in for that one (§6.8.3)
    Use(String... directives) {
      this.directives = List.of(directives);
    }

    public List<String> directives() {
      return directives;
    }

    private boolean isScript() {
      return this == SCRIPT || this == WORKER;
    }
  }

  /// Whether something may happen.
  ///
  /// @param words what allows it, or what first forbids it
  public record Answer(boolean allowed, String words) {}

  /// The policies that browsers enforce: those with directives that they heed.
  public List<ContentSecurityPolicy> enforced() {
    return policies.stream().filter(policy -> !policy.directives().isEmpty()).toList();
  }

  /// Whether something that stands in the page works (§4.2.3).
  public Answer inline(Inline what) {
    if (what.isScript && scriptsAreSandboxed()) {
      return new Answer(false, "sandbox lets no script run");
    }
    // Trusted Types, pre-navigation check: only a default policy of the page could let it pass
    if (what == Inline.SCRIPT_LINK && requiresTrustedTypes()) {
      return new Answer(false, "require-trusted-types-for stops it");
    }
    return inEvery(
        what.directives,
        (name, list) ->
            list.allowsAllInline(what.isScript)
                ? new Answer(true, name + " has 'unsafe-inline'")
                : new Answer(false, name + " does not let it in"));
  }

  /// Whether a script may make a script of a text (§4.4.1).
  public Answer eval() {
    return requiresTrustedTypes()
        ? new Answer(false, "require-trusted-types-for stops it")
        : compile(List.of(Keyword.UNSAFE_EVAL));
  }

  /// Whether a script may compile WebAssembly (§4.5.1).
  public Answer webAssembly() {
    return compile(List.of(Keyword.UNSAFE_EVAL, Keyword.WASM_UNSAFE_EVAL));
  }

  private Answer compile(List<Keyword> keywords) {
    return scriptsAreSandboxed()
        ? new Answer(false, "sandbox lets no script run")
        : inEvery(
            SCRIPTS,
            (name, list) ->
                keywords.stream()
                    .filter(list::has)
                    .findFirst()
                    .map(keyword -> new Answer(true, name + " has " + keyword.text()))
                    .orElse(new Answer(false, name + " does not let it in")));
  }

  /// Whether something of that address may be used.
  public Answer from(CspUrl url, Use use) {
    return use(use, list -> list.covering(url, self));
  }

  /// Whether something of every host may be used, whoever has the host. The ports and paths that
  /// several policies name are not held against each other.
  ///
  /// @param scheme how it is fetched, `https` or `http`
  public Answer fromEveryHost(String scheme, Use use) {
    return use(use, list -> list.coveringEveryHost(scheme, self));
  }

  private Answer use(Use use, Function<CspSourceList, Optional<CspSource>> find) {
    if (use.isScript() && scriptsAreSandboxed()) {
      return new Answer(false, "sandbox lets no script run");
    }
    if (use == Use.FORM && isSandboxedWithout("allow-forms")) {
      return new Answer(false, "sandbox lets no form be sent");
    }
    return inEvery(
        use.directives,
        (name, list) -> {
          // what stands in the markup is the parser's: strict-dynamic lets in none of it
          // (§6.7.1.1);
          // a worker is a script's
          if (list.has(Keyword.STRICT_DYNAMIC) && use == Use.SCRIPT) {
            return new Answer(false, name + " has 'strict-dynamic'");
          }
          if (list.has(Keyword.STRICT_DYNAMIC) && use == Use.WORKER && name.equals("script-src")) {
            return new Answer(true, name + " has 'strict-dynamic'");
          }
          return find.apply(list)
              .map(source -> new Answer(true, name + " has " + source.text()))
              .orElse(new Answer(false, name + " does not let it in"));
        });
  }

  /// Judges one policy that has a directive for the question.
  private interface Question {
    Answer ask(String directive, CspSourceList list);
  }

  private Answer inEvery(List<String> directives, Question question) {
    var words = new LinkedHashSet<String>();
    for (var policy : policies) {
      var name = policy.governing(directives);
      if (name.isPresent()) {
        var list = policy.sources(name.get()).orElseThrow();
        var answer = question.ask(name.get(), list);
        if (!answer.allowed()) {
          return answer;
        }
        words.add(answer.words());
      }
    }
    return new Answer(
        true, words.isEmpty() ? "no " + ordinary(directives) : String.join("; ", words));
  }

  /// Without those which few people write.
  private static String ordinary(List<String> directives) {
    return directives.stream()
        .filter(name -> !name.endsWith("-elem") && !name.endsWith("-attr"))
        .collect(Collectors.joining(" and no "));
  }

  /// The source lists that say which scripts the page loads: one of each policy that has one.
  public List<CspSourceList> scriptLists() {
    var lists = new ArrayList<CspSourceList>();
    for (var policy : policies) {
      policy.governing(Use.SCRIPT.directives).flatMap(policy::sources).ifPresent(lists::add);
    }
    return lists;
  }

  /// Whether scripts must hand over trusted values where texts would become scripts (Trusted Types,
  /// `require-trusted-types-for`).
  public boolean requiresTrustedTypes() {
    return policies.stream()
        .anyMatch(
            policy ->
                policy
                    .directive("require-trusted-types-for")
                    .orElse(List.of())
                    .contains("'script'"));
  }

  private boolean scriptsAreSandboxed() {
    return isSandboxedWithout("allow-scripts");
  }

  /// Of several sandboxes the last one counts (HTML §7.1.5).
  private boolean isSandboxedWithout(String permission) {
    return policies.stream()
        .flatMap(policy -> policy.directive("sandbox").stream())
        .reduce((_, last) -> last)
        .filter(
            words ->
                words.stream().noneMatch(word -> word.toLowerCase(Locale.ROOT).equals(permission)))
        .isPresent();
  }
}
