package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.observation.text.ContentSecurityPolicy.LeftOut;
import uk.nhs.estate.observation.text.ContentSecurityPolicy.LeftOut.Reason;
import uk.nhs.estate.observation.text.Csp.Answer;
import uk.nhs.estate.observation.text.Csp.Inline;
import uk.nhs.estate.observation.text.Csp.Use;

class CspTest {
  private static final String PAGE = "https://www.trust.nhs.uk/";

  /// What stands in the page and works: of script, handler, link, style and attribute, the first
  /// letters.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          img-src *                                                | S H L s a
          default-src 'self'                                       | ``
          default-src                                              | ``
          default-src 'unsafe-inline'                              | S H L s a
          script-src 'unsafe-inline'                               | S H L s a
          script-src 'UNSAFE-INLINE'; style-src 'self'             | S H L
          script-src 'none' 'unsafe-inline'; style-src 'self'      | S H L
          style-src 'self'                                         | S H L
          style-src 'self' 'unsafe-inline'; default-src 'none'     | s a
          style-src 'unsafe-inline' 'nonce-abc'; default-src *     | ``
          script-src unsafe-inline; style-src 'self'               | ``
          script-src 'unsafe-inline' 'nonce-abc'; style-src *      | ``
          script-src 'unsafe-inline' 'sha256-abc'; style-src *     | ``
          script-src 'unsafe-inline' 'nonce-'; style-src *         | S H L
          script-src 'unsafe-inline' 'nonce-abc; style-src *       | S H L
          script-src 'unsafe-inline' 'nonce-$$'; style-src *       | S H L
          script-src 'unsafe-inline' 'sha1-abc'; style-src *       | S H L
          script-src 'unsafe-inline' 'strict-dynamic'; style-src * | ``
          default-src 'unsafe-inline' 'strict-dynamic'             | s a
          script-src 'unsafe-hashes' 'sha256-abc'; style-src *     | ``
          script-src 'self'; script-src-attr 'unsafe-inline'; style-src *   | H
          script-src 'self'; script-src-elem 'unsafe-inline'; style-src *   | S L
          script-src-elem 'self'; style-src *                      | H
          script-src-attr 'none'; style-src *                      | S L
          script-src *; style-src 'self'; style-src-elem 'unsafe-inline'    | s
          script-src *; style-src 'self'; style-src-attr 'unsafe-inline'    | a
          default-src 'unsafe-inline'; require-trusted-types-for 'script'   | S H s a
          default-src 'unsafe-inline'; require-trusted-types-for script     | S H L s a
          sandbox                                                  | s a
          sandbox allow-forms; default-src 'unsafe-inline'         | s a
          sandbox Allow-Scripts                                    | S H L s a
          script-src é; style-src *                                | S H L
          """)
  void knowsWhatMayStandInThePage(String policy, String expected) {
    var csp = csp(policy);
    var works =
        Arrays.stream(Inline.values())
            .filter(what -> csp.inline(what).allowed())
            .map(what -> List.of("S", "H", "L", "s", "a").get(what.ordinal()))
            .collect(Collectors.joining(" "));
    assertThat(works).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          img-src *                                             | true  | true
          default-src *                                         | false | false
          script-src 'unsafe-eval'                              | true  | true
          default-src 'Unsafe-Eval'                             | true  | true
          default-src 'unsafe-eval'; script-src *               | false | false
          script-src 'self'; script-src-elem 'unsafe-eval'      | false | false
          script-src 'wasm-unsafe-eval'                         | false | true
          script-src 'unsafe-eval' 'strict-dynamic' 'nonce-abc' | true  | true
          script-src 'unsafe-eval'; require-trusted-types-for 'script' | false | true
          script-src 'unsafe-eval'; sandbox allow-forms         | false | false
          """)
  void knowsWhetherTextsBecomeScripts(String policy, boolean eval, boolean webAssembly) {
    assertThat(csp(policy).eval().allowed()).isEqualTo(eval);
    assertThat(csp(policy).webAssembly().allowed()).isEqualTo(webAssembly);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          img-src 'self'                                  | true  | true  | true
          default-src 'none'                              | false | false | false
          script-src                                      | false | false | false
          default-src https:                              | true  | false | false
          script-src http:                                | true  | true  | false
          script-src ws:                                  | true  | true  | false
          script-src *                                    | true  | true  | false
          script-src * data:                              | true  | true  | true
          script-src 'self' data:                         | false | false | true
          script-src https://*:8443                       | true  | false | false
          script-src *.test                               | false | false | false
          script-src 'strict-dynamic' https: data: *      | false | false | false
          script-src 'nonce-abc' https:                   | true  | false | false
          script-src 'none' https:                        | true  | false | false
          script-src 'none'; script-src-elem https:       | true  | false | false
          script-src https:; script-src-elem 'none'       | false | false | false
          script-src 'self'; script-src-attr *            | false | false | false
          script-src *; sandbox                           | false | false | false
          """)
  void knowsWhoseScriptsAreLoaded(String policy, boolean https, boolean http, boolean inUrl) {
    var csp = csp(policy);
    assertThat(csp.fromEveryHost("https", Use.SCRIPT).allowed()).isEqualTo(https);
    assertThat(csp.fromEveryHost("http", Use.SCRIPT).allowed()).isEqualTo(http);
    assertThat(csp.from(CspUrl.of("data:,alert(1)"), Use.SCRIPT).allowed()).isEqualTo(inUrl);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          upgrade-insecure-requests           | SCRIPT STYLE OBJECT FRAME WORKER CONNECTION IMAGE FONT MEDIA MANIFEST FORM BASE
          default-src 'none'                  | FORM BASE
          default-src 'none'; script-src *    | SCRIPT WORKER FORM BASE
          default-src 'none'; child-src *     | FRAME WORKER FORM BASE
          default-src *; child-src 'none'     | SCRIPT STYLE OBJECT CONNECTION IMAGE FONT MEDIA MANIFEST FORM BASE
          default-src 'none'; frame-src *; worker-src * | FRAME WORKER FORM BASE
          default-src 'none'; object-src *    | OBJECT FORM BASE
          default-src 'none'; connect-src *   | CONNECTION FORM BASE
          default-src 'none'; form-action 'self'  | BASE
          default-src 'none'; form-action 'none'; base-uri https: | BASE
          default-src 'none'; base-uri 'none'     | FORM
          default-src 'none'; sandbox         | BASE
          default-src 'none'; sandbox allow-forms | FORM BASE
          default-src 'nonce-abc' 'strict-dynamic' | FORM BASE
          default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' | WORKER FORM BASE
          default-src 'none'; style-src *     | STYLE FORM BASE
          """)
  void knowsWhatComesFromEveryHost(String policy, String expected) {
    var csp = csp(policy);
    assertThat(
            EnumSet.allOf(Use.class).stream()
                .filter(use -> csp.fromEveryHost("https", use).allowed())
                .map(Use::name))
        .containsExactly(expected.split(" "));
  }

  @Test
  void everyPolicyMustAllowIt() {
    var two =
        Csp.of(
            PAGE, List.of("script-src a.test b.test", "script-src b.test"), List.of(), List.of());
    assertThat(script(two, "https://a.test/")).isFalse();
    assertThat(script(two, "https://b.test/")).isTrue();
    assertThat(csp("default-src 'unsafe-inline', default-src 'self'").inline(Inline.SCRIPT))
        .isEqualTo(new Answer(false, "default-src does not let it in"));
    // each policy has its own stand-ins: the second says nothing of scripts
    assertThat(csp("script-src 'unsafe-inline', style-src 'self'").inline(Inline.SCRIPT))
        .isEqualTo(new Answer(true, "script-src has 'unsafe-inline'"));
  }

  @Test
  void saysWhatAllowsIt() {
    assertThat(csp("img-src *").inline(Inline.SCRIPT))
        .isEqualTo(new Answer(true, "no script-src and no default-src"));
    assertThat(csp("default-src *, script-src-elem https:").fromEveryHost("https", Use.SCRIPT))
        .isEqualTo(new Answer(true, "default-src has *; script-src-elem has https:"));
    assertThat(csp("default-src *").fromEveryHost("https", Use.FORM).words())
        .isEqualTo("no form-action");
    assertThat(csp("script-src 'wasm-unsafe-eval'").webAssembly().words())
        .isEqualTo("script-src has 'wasm-unsafe-eval'");
  }

  @Test
  void policiesOfTheMarkupCountAsMuch() {
    var csp = Csp.of(PAGE, List.of("script-src *"), List.of(), List.of("script-src a.test"));
    assertThat(script(csp, "https://a.test/")).isTrue();
    assertThat(script(csp, "https://b.test/")).isFalse();
  }

  @Test
  void inTheMarkupSomeDirectivesAndCommasCountForNothing() {
    var csp =
        Csp.of(
            PAGE,
            List.of(),
            List.of(),
            List.of(
                "sandbox; Frame-Ancestors 'none'; report-uri /r", "img-src 'self', font-src x"));
    assertThat(csp.policies().getFirst().leftOut())
        .containsExactly(
            new LeftOut("sandbox", Reason.IN_META),
            new LeftOut("frame-ancestors", Reason.IN_META),
            new LeftOut("report-uri", Reason.IN_META));
    assertThat(csp.enforced())
        .extracting(policy -> policy.directives().toString())
        .containsExactly("{img-src=['self',, font-src, x]}");
    assertThat(csp.inline(Inline.SCRIPT).allowed()).isTrue();
  }

  @Test
  void whatOnlyReportsForbidsNothing() {
    var csp = Csp.of(PAGE, List.of(), List.of("default-src 'none'", ";"), List.of());
    assertThat(csp.enforced()).isEmpty();
    assertThat(csp.reported()).hasSize(1);
    assertThat(csp.inline(Inline.SCRIPT).allowed()).isTrue();
  }

  @Test
  void keepsWhatBrowsersPassOver() {
    assertThat(csp("img-src a; IMG-SRC b; font-src é").policies().getFirst().leftOut())
        .containsExactly(
            new LeftOut("img-src", Reason.REPEATED), new LeftOut("font-src", Reason.NOT_ASCII));
    assertThat(csp("font-src é").enforced()).isEmpty();
  }

  @Test
  void theLastSandboxCounts() {
    assertThat(csp("sandbox, sandbox allow-scripts").inline(Inline.SCRIPT).allowed()).isTrue();
    assertThat(csp("sandbox allow-scripts, sandbox").inline(Inline.SCRIPT).allowed()).isFalse();
  }

  @Test
  void readsTheNoncesOfScripts() {
    var csp = csp("script-src 'nonce-a' 'nonce-'; style-src 'nonce-b', default-src 'NONCE-c='");
    assertThat(csp.scriptLists().stream().flatMap(list -> list.nonces().stream()))
        .containsExactly("a", "c=");
  }

  @Test
  void readsWhatIsLongToItsEnd() {
    var sources =
        IntStream.range(0, 20_000)
            .mapToObj(at -> "https://host-" + at + ".test/a/")
            .collect(Collectors.joining(" ", "script-src ", " 'self'"));
    var directives =
        IntStream.range(0, 20_000).mapToObj(at -> "x" + at + " y").collect(Collectors.joining(";"));
    var csp = Csp.of(PAGE, List.of(sources, directives), List.of(), List.of());
    assertThat(script(csp, PAGE)).isTrue();
    assertThat(script(csp, "https://host-19999.test/a/b")).isTrue();
    assertThat(script(csp, "https://host-20000.test/a/b")).isFalse();
    assertThat(csp.enforced().getLast().directives()).hasSize(20_000);
  }

  @Test
  void readsNoMorePoliciesThanAnyPageNeeds() {
    var many = IntStream.range(0, 2000).mapToObj(at -> "x" + at).toList();
    assertThat(Csp.of(PAGE, List.of(String.join(",", many)), List.of(), List.of()).enforced())
        .hasSize(1000);
    var longest = "img-src " + "x".repeat(65_527);
    assertThat(Csp.of(PAGE, List.of(), List.of(), List.of(longest, "y")).enforced()).hasSize(1);
    assertThat(Csp.of(PAGE, List.of(), List.of(), List.of(longest + "x", "y")).enforced())
        .isEmpty();
  }

  /// Of scripts and the rest, all that a page's policies let happen.
  private static Set<String> allowed(Csp csp) {
    var allowed = new TreeSet<String>();
    for (var what : Inline.values()) {
      note(allowed, what.name(), csp.inline(what));
    }
    note(allowed, "EVAL", csp.eval());
    note(allowed, "WASM", csp.webAssembly());
    for (var use : Use.values()) {
      note(allowed, use + " https", csp.fromEveryHost("https", use));
      note(allowed, use + " http", csp.fromEveryHost("http", use));
      for (var url : List.of(PAGE, "https://x.test/a", "http://b.x.test/", "data:,", "blob:1")) {
        note(allowed, use + " " + url, csp.from(CspUrl.of(url), use));
      }
    }
    return allowed;
  }

  private static void note(Set<String> allowed, String what, Answer answer) {
    if (answer.allowed()) {
      allowed.add(what);
    }
  }

  @Provide
  Arbitrary<String> directive() {
    return Arbitraries.of(
            "default-src",
            "script-src",
            "script-src-elem",
            "script-src-attr",
            "style-src",
            "object-src",
            "child-src",
            "worker-src",
            "form-action",
            "base-uri",
            "require-trusted-types-for",
            "x")
        .flatMap(
            name -> words().list().ofMaxSize(4).map(list -> name + " " + String.join(" ", list)));
  }

  @Provide
  Arbitrary<String> policy() {
    return directive().list().ofMaxSize(4).map(list -> String.join(";", list));
  }

  private static Arbitrary<String> words() {
    return Arbitraries.of(
        "'none'",
        "'self'",
        "'unsafe-inline'",
        "'unsafe-eval'",
        "'strict-dynamic'",
        "'nonce-abc'",
        "'nonce-'",
        "'sha256-abc'",
        "'script'",
        "*",
        "https:",
        "http:",
        "ws:",
        "data:",
        "x.test",
        "*.x.test",
        "http://b.x.test:80/",
        "https://*:*/a");
  }

  @Property(tries = 300)
  void onePolicyMoreNeverAllowsMore(
      @ForAll @Size(max = 3) List<@From("policy") String> policies, @ForAll("policy") String more) {
    var before = Csp.of(PAGE, policies, List.of(), List.of());
    var all = new ArrayList<>(policies);
    all.add(more);
    assertThat(allowed(before)).containsAll(allowed(Csp.of(PAGE, all, List.of(), List.of())));
    assertThat(allowed(before))
        .containsAll(allowed(Csp.of(PAGE, policies, List.of(), List.of(more))));
    assertThat(allowed(Csp.of(PAGE, policies, all, List.of()))).isEqualTo(allowed(before));
  }

  /// Nonces, digests and `'strict-dynamic'` are there to take something back.
  @Property(tries = 300)
  void oneSourceMoreNeverAllowsLess(
      @ForAll("directive") String directive, @ForAll("source") String more) {
    assertThat(allowed(csp(directive + " " + more))).containsAll(allowed(csp(directive)));
  }

  @Provide
  Arbitrary<String> source() {
    return words()
        .filter(
            word ->
                !List.of("'nonce-abc'", "'sha256-abc'", "'strict-dynamic'", "'script'")
                    .contains(word));
  }

  @Property(tries = 300)
  void theOrderOfPoliciesAndOfTheirDirectivesDoesNotMatter(
      @ForAll @Size(max = 4) List<@From("directive") String> directives) {
    var once =
        directives.stream()
            .collect(
                Collectors.toMap(text -> text.split(" ")[0], text -> text, (first, _) -> first));
    var there = new ArrayList<>(once.values());
    var back = new ArrayList<>(there);
    Collections.reverse(back);
    assertThat(allowed(csp(String.join(";", there))))
        .isEqualTo(allowed(csp(String.join(";", back))));
    assertThat(allowed(csp(String.join(",", there))))
        .isEqualTo(allowed(csp(String.join(",", back))));
  }

  @Property
  void readsAnyText(
      @ForAll @StringLength(max = 100) String header,
      @ForAll @StringLength(max = 100) String meta) {
    allowed(Csp.of(PAGE, List.of(header), List.of(header), List.of(meta)));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    var all = allowed(Csp.of(PAGE, List.of(text), List.of(), List.of()));
    assertThat(all)
        .containsAll(
            allowed(Csp.of(PAGE, List.of(text, "default-src 'none'"), List.of(), List.of())));
  }

  private static Csp csp(String field) {
    return Csp.of(PAGE, List.of(field), List.of(), List.of());
  }

  private static boolean script(Csp csp, String url) {
    return csp.from(CspUrl.of(url), Use.SCRIPT).allowed();
  }
}
