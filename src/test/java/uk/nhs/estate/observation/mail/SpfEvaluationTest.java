package uk.nhs.estate.observation.mail;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.mail.SpfEvaluation.Result;
import uk.nhs.estate.observation.mail.SpfEvaluation.Step;
import uk.nhs.estate.observation.text.IpAddress;
import uk.nhs.estate.sample.PretendDns;

/// `check_host()`, section by section of RFC 7208.
class SpfEvaluationTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final String IP = "192.0.2.1";
  private static final String REVERSE = "1.2.0.192.in-addr.arpa";

  @Nested
  class InitialProcessing { // §4.3

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "localhost",
          "a..test",
          ".a.test",
          "a.test..",
          "[192.0.2.1]",
          "a23456789012345678901234567890123456789012345678901234567890abcd.test"
        })
    void aNameThatIsNoDomainHasNothingToSay(String domain) {
      var dns = PretendDns.of("x TXT \"v=spf1 -all\"");

      assertThat(evaluation(dns, sender(IP, domain)).result()).isEqualTo(Result.NONE);
      assertThat(dns.questions()).isEmpty();
    }

    @Test
    void aNameMayBeAsLongAsTheDnsAllows() {
      var label = "a".repeat(63);
      var longest = String.join(".", label, label, label, "b".repeat(61));

      assertThat(result(IP, longest, longest + " TXT \"v=spf1 -all\"")).isEqualTo(Result.FAIL);
      assertThat(result(IP, longest + "b", longest + "b TXT \"v=spf1 -all\""))
          .isEqualTo(Result.NONE);
    }

    @Test
    void aDotAtTheEndChangesNothing() {
      assertThat(result(IP, "A.Test.", "a.test TXT \"v=spf1 -all\"")).isEqualTo(Result.FAIL);
    }

    @ParameterizedTest
    @CsvSource({
      "a@b@mail.test, a@b.mail.test",
      "@mail.test, postmaster.mail.test",
      "mail.test, postmaster.mail.test",
      "'', postmaster.helo.test"
    })
    void aSenderWithoutALocalPartIsPostmaster(String mailbox, String expanded) {
      var dns =
          PretendDns.of(
              "mail.test TXT \"v=spf1 exists:%{l}.%{o} -all\"",
              "helo.test TXT \"v=spf1 exists:%{l}.%{o} -all\"", expanded + " A 127.0.0.2");

      var sender = SpfSender.mailFrom(ip(IP), mailbox, "helo.test", NOW);
      assertThat(evaluation(dns, sender).result()).isEqualTo(Result.PASS);
    }

    @Test
    void theNameInHeloIsASenderOfItsOwn() {
      var dns = PretendDns.of("helo.test TXT \"v=spf1 exists:%{l}.%{d}.%{o}.%{h} -all\"");

      evaluation(dns, SpfSender.helo(ip(IP), "helo.test", NOW));
      assertThat(dns.questions())
          .containsExactly("helo.test TXT", "postmaster.helo.test.helo.test.helo.test A");
    }
  }

  @Nested
  class Records { // §4.4, §4.5

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "x.a.test A 192.0.2.1|NONE",
          "b.test A 192.0.2.1|NONE",
          "a.test TXT \"hello\"|NONE",
          "a.test TXT \"v=spf10 -all\"|NONE",
          "a.test TXT \"v=spf1\" \" -all\"|FAIL",
          "a.test TXT \"v=spf1\" \"-all\"|NONE",
          "a.test TXT \"V=SPF1 -all\"|FAIL",
          "a.test TXT \"v=spf1  -all  \"|FAIL",
          "a.test TXT \"v=spf1\"|NEUTRAL",
          "a.test TXT \"v=spf1 ip4:192.0.\" \"2.1 -all\"|PASS",
          "a.test TXT \"v=spf1 a:caf\\233.test -all\"|PERMERROR",
          "a.test FAILS TXT|TEMPERROR",
          "a.test CNAME b.test|NONE",
          "a.test CNAME a.test|TEMPERROR"
        })
    void oneIsSelected(String line, Result result) {
      assertThat(result(IP, "a.test", line)).isEqualTo(result);
    }

    @Test
    void severalAreAnErrorAndOtherTextsAreNot() {
      assertThat(
              result(
                  IP,
                  "a.test",
                  "a.test TXT \"v=spf1 -all\"",
                  "a.test TXT \"\\255\"",
                  "a.test TXT \"spf2.0/pra +all\"",
                  "a.test SPF \"v=spf1 +all\""))
          .isEqualTo(Result.FAIL);
      assertThat(result(IP, "a.test", "a.test TXT \"v=spf1 -all\"", "a.test TXT \"v=spf1\""))
          .isEqualTo(Result.PERMERROR);
    }

    @Test
    void aRecordBehindAnAliasCounts() {
      assertThat(result(IP, "a.test", "a.test CNAME b.test", "b.test TXT \"v=spf1 +all\""))
          .isEqualTo(Result.PASS);
    }

    @Test
    void anythingAgainstTheGrammarVoidsAllOfIt() {
      var dns = PretendDns.of("a.test TXT \"v=spf1 +all include:b.test foo:bar\"");

      var evaluation = evaluation(dns, sender(IP, "a.test"));
      assertThat(evaluation.result()).isEqualTo(Result.PERMERROR);
      assertThat(evaluation.why()).contains("foo:bar", "no mechanism of SPF");
      assertThat(dns.questions()).containsExactly("a.test TXT");
    }
  }

  @Nested
  class Directives { // §4.6, §5

    @ParameterizedTest
    @CsvSource({
      "all, PASS",
      "+all, PASS",
      "-ALL, FAIL",
      "~all, SOFTFAIL",
      "?all, NEUTRAL",
      "-all +all, FAIL",
      "mx:none.test ?all, NEUTRAL",
      "x=y, NEUTRAL",
      "redirect=none.test -all, FAIL"
    })
    void areTriedFromLeftToRight(String terms, Result result) {
      assertThat(result(IP, "a.test", "a.test TXT \"v=spf1 " + terms + "\"")).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
      "192.0.2.1, ip4:192.0.2.1, PASS",
      "192.0.2.1, ip4:192.0.2.2, FAIL",
      "192.0.2.1, ip4:192.0.2.200/24, PASS",
      "192.0.2.1, ip4:0.0.0.0/0, PASS",
      "192.0.2.1, ip4:192.0.2.0/32, FAIL",
      "192.0.2.1, ip6:::/0, FAIL",
      "192.0.2.1, ip6:::ffff:192.0.2.1, FAIL",
      "::ffff:192.0.2.1, ip4:192.0.2.1, PASS",
      "::ffff:192.0.2.1, a, PASS",
      "::ffff:192.0.2.1, ip6:::ffff:192.0.2.1, FAIL",
      "2001:db8::1, ip4:0.0.0.0/0, FAIL",
      "2001:db8::1, ip6:2001:db8::/32, PASS",
      "2001:db8::1, ip6:2001:DB8::9/64, PASS",
      "2001:db8::1, ip6:2001:db9::/32, FAIL",
      "192.0.2.1, a, PASS",
      "192.0.2.2, a, FAIL",
      "192.0.2.2, a/24, PASS",
      "192.0.3.2, a/0, PASS",
      "192.0.3.2, a//0, FAIL",
      "192.0.2.2, a:other.test, PASS",
      "192.0.2.2, a:OTHER.test., PASS",
      "192.0.2.2, a:alias.test, PASS",
      "192.0.3.2, a:six.test/0, FAIL",
      "2001:db8::1, a, PASS",
      "2001:db8::2, a/0, FAIL",
      "2001:db8::2, a//64, PASS",
      "2001:db8:1::2, a/24//0, PASS",
      "192.0.2.26, mx, PASS",
      "192.0.2.27, mx/30, PASS",
      "192.0.2.28, mx, FAIL",
      "192.0.2.26, mx:other.test, FAIL",
      "2001:db8::26, mx, PASS",
      "192.0.2.1, exists:other.test, PASS",
      "2001:db8::1, exists:other.test, PASS",
      "2001:db8::1, exists:six.test, FAIL",
      "192.0.2.1, exists:none.test, FAIL"
    })
    void matchSenders(String ip, String term, Result result) {
      assertThat(
              result(
                  ip,
                  "a.test",
                  "a.test TXT \"v=spf1 " + term + " -all\"",
                  "a.test A 192.0.2.1",
                  "a.test AAAA 2001:db8::1",
                  "a.test MX 10 mx1.test.",
                  "a.test MX 20 mx2.test.",
                  "mx1.test A 192.0.2.25",
                  "mx2.test A 192.0.2.26",
                  "mx2.test AAAA 2001:db8::26",
                  "other.test A 192.0.2.2",
                  "other.test MX 0 .",
                  "alias.test CNAME other.test",
                  "six.test AAAA 2001:db8::1"))
          .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
      "a, a.test FAILS A",
      "mx, a.test FAILS MX",
      "mx, x.test FAILS A",
      "exists:a.test, a.test FAILS A",
      "include:b.test, b.test FAILS TXT"
    })
    void thatCannotBeAskedAreATemporaryError(String term, String line) {
      assertThat(
              result(
                  IP,
                  "a.test",
                  "a.test TXT \"v=spf1 " + term + " +all\"",
                  "a.test MX 10 x.test.",
                  line))
          .isEqualTo(Result.TEMPERROR);
    }

    @Test
    void areNotAskedOnceOneBeforeMatches() {
      var dns = PretendDns.of("a.test TXT \"v=spf1 ip4:192.0.2.1 a include:none.test -all\"");

      assertThat(evaluation(dns, sender(IP, "a.test")).result()).isEqualTo(Result.PASS);
      assertThat(dns.questions()).containsExactly("a.test TXT");
    }
  }

  @Nested
  class Include { // §5.2

    @ParameterizedTest
    @CsvSource({
      "+all, PASS",
      "-all, SOFTFAIL",
      "~all, SOFTFAIL",
      "?all, SOFTFAIL",
      "'', SOFTFAIL",
      "foo, PERMERROR",
      "a:fails.test, TEMPERROR"
    })
    void matchesOnlyWhatPasses(String terms, Result result) {
      assertThat(
              result(
                  IP,
                  "a.test",
                  "a.test TXT \"v=spf1 include:b.test ~all\"",
                  "b.test TXT \"v=spf1 " + terms + "\"",
                  "fails.test FAILS A"))
          .isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.test", "%{l}.%{l}..test", "notspf.test"})
    void ofADomainWithoutARecordIsAnError(String target) {
      assertThat(
              result(
                  IP,
                  "a.test",
                  "a.test TXT \"v=spf1 include:" + target + " +all\"",
                  "notspf.test TXT \"hello\""))
          .isEqualTo(Result.PERMERROR);
    }

    @Test
    void hasItsOwnSign() {
      assertThat(
              result(
                  IP,
                  "a.test",
                  "a.test TXT \"v=spf1 ?include:b.test -all\"",
                  "b.test TXT \"v=spf1 +all\""))
          .isEqualTo(Result.NEUTRAL);
    }

    @Test
    void ofItselfEndsAtTheLimit() {
      var dns = PretendDns.of("a.test TXT \"v=spf1 include:a.test -all\"");

      assertThat(evaluation(dns, sender(IP, "a.test")).result()).isEqualTo(Result.PERMERROR);
      assertThat(dns.questions()).hasSize(11);
    }
  }

  @Nested
  class Redirect { // §6.1

    @ParameterizedTest
    @CsvSource({
      "v=spf1 -all, FAIL",
      "v=spf1 a:%{d}, PASS",
      "v=spf1, NEUTRAL",
      "other, PERMERROR",
      "v=spf1 foo, PERMERROR"
    })
    void takesTheOtherDomainsResult(String record, Result result) {
      assertThat(
              result(
                  IP,
                  "a.test",
                  "a.test TXT \"v=spf1 redirect=b.test mx\"",
                  "b.test TXT \"" + record + "\"",
                  "b.test A 192.0.2.1"))
          .isEqualTo(result);
    }

    @Test
    void toADomainWithoutARecordIsAnError() {
      assertThat(result(IP, "a.test", "a.test TXT \"v=spf1 redirect=none.test\""))
          .isEqualTo(Result.PERMERROR);
    }

    @Test
    void countsInAnIncludedRecordToo() {
      assertThat(
              result(
                  IP,
                  "a.test",
                  "a.test TXT \"v=spf1 include:b.test -all\"",
                  "b.test TXT \"v=spf1 redirect=c.test\"",
                  "c.test TXT \"v=spf1 ip4:192.0.2.1 -all\""))
          .isEqualTo(Result.PASS);
    }
  }

  @Nested
  class Explanation { // §6.2

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "why.test TXT \"See a.test/?s=%{S}&ip=%{c}\"|See a.test/?s=ward%40a.test&ip=192.0.2.1",
          "why.test TXT \"%{d} \" \"%{r} %{t}\"|a.test unknown 1795694400",
          "why.test TXT \"%{ir}.%{v} of %{h}\"|1.2.0.192.in-addr of helo.test",
          "why.test TXT \"caf\\233\"|",
          "why.test TXT \"100% sure\"|",
          "why.test FAILS TXT|",
          "why.test A 192.0.2.1|",
          "other.test A 192.0.2.1|"
        })
    void isTheDomainsOwnIfItCounts(String line, @Nullable String words) {
      var evaluation =
          evaluation(
              PretendDns.of("a.test TXT \"v=spf1 -all exp=why.test\"", line), sender(IP, "a.test"));

      assertThat(evaluation.result()).isEqualTo(Result.FAIL);
      assertThat(evaluation.explanation()).isEqualTo(words);
    }

    @Test
    void isNoneWhenThereAreTwo() {
      assertThat(
              explanation(
                  "a.test TXT \"v=spf1 -all exp=why.test\"",
                  "why.test TXT \"one\"",
                  "why.test TXT \"two\""))
          .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~all", "?all", "+all"})
    void isForAFailureOnly(String all) {
      assertThat(
              explanation("a.test TXT \"v=spf1 " + all + " exp=why.test\"", "why.test TXT \"no\""))
          .isNull();
    }

    @Test
    void ofARedirectIsTheOtherDomains() {
      var first = "a.test TXT \"v=spf1 redirect=b.test exp=why.test\"";
      var words = "why.test TXT \"of a.test\"";

      assertThat(
              explanation(
                  first,
                  words,
                  "b.test TXT \"v=spf1 -all exp=%{d}.why.test\"",
                  "b.test.why.test TXT \"of %{d}\""))
          .isEqualTo("of b.test");
      assertThat(explanation(first, words, "b.test TXT \"v=spf1 -all\"")).isNull();
    }

    @Test
    void ofAnIncludeDoesNotCount() {
      assertThat(
              explanation(
                  "a.test TXT \"v=spf1 include:b.test -all\"",
                  "b.test TXT \"v=spf1 -all exp=why.test\"",
                  "why.test TXT \"of b.test\""))
          .isNull();
    }

    @Test
    void costsNoLookup() {
      var dns = PretendDns.of("a.test TXT \"v=spf1 -all exp=why.test\"");
      assertThat(evaluation(dns, sender(IP, "a.test")).lookups()).isZero();
    }

    private static @Nullable String explanation(String... lines) {
      return evaluation(PretendDns.of(lines), sender(IP, "a.test")).explanation();
    }
  }

  @Nested
  class Limits { // §4.6.4
    private static final String TEN = "include:b.test a mx ptr exists:v.test a a a a";

    @ParameterizedTest
    @CsvSource({
      "ip4:192.0.2.0/24 a a, PASS, 9",
      "redirect=c.test, PASS, 10",
      "a a, PERMERROR, 11",
      "a redirect=c.test, PERMERROR, 11"
    })
    void tenTermsMayAskAndElevenMayNot(String terms, Result result, int lookups) {
      var evaluation =
          evaluation(
              PretendDns.of(
                  "a.test TXT \"v=spf1 " + TEN + " " + terms + "\"",
                  "a.test A 192.0.2.9",
                  "a.test MX 10 a.test.",
                  "b.test TXT \"v=spf1 -all\"",
                  "c.test TXT \"v=spf1 +all\"",
                  REVERSE + " PTR b.test."),
              sender(IP, "a.test"));

      assertThat(evaluation.result()).isEqualTo(result);
      assertThat(evaluation.lookups()).isEqualTo(lookups);
    }

    @ParameterizedTest
    @CsvSource({
      "a:v1.test a:v2.test, NEUTRAL, 2",
      "a:v1.test a:v2.test a:v3.test, PERMERROR, 3",
      "a:nodata.test mx:nodata.test exists:nodata.test, PERMERROR, 3",
      "a:v1.test mx:nodata.test exists:v3.test, PERMERROR, 3",
      "a:v1.test a:v2.test ptr, PERMERROR, 3",
      "a:v1.test a:v1.test a:v1.test, PERMERROR, 3",
      "a:v1.test a:v2.test ip4:192.0.2.1 a:v3.test, PASS, 2",
      "mx:hosts.test, NEUTRAL, 0"
    })
    void twoTermsMayLeadToNothingAndThreeMayNot(String terms, Result result, int voids) {
      var evaluation =
          evaluation(
              PretendDns.of(
                  "a.test TXT \"v=spf1 " + terms + "\"",
                  "nodata.test TXT \"x\"",
                  "hosts.test MX 1 v1.test.",
                  "hosts.test MX 2 v2.test.",
                  "hosts.test MX 3 v3.test."),
              sender(IP, "a.test"));

      assertThat(evaluation.result()).isEqualTo(result);
      assertThat(evaluation.voids()).isEqualTo(voids);
    }

    @ParameterizedTest
    @CsvSource({"10, PASS", "11, PERMERROR"})
    void tenMailExchangersAreAskedAndElevenAreAnError(int count, Result result) {
      var lines = new ArrayList<>(List.of("a.test TXT \"v=spf1 mx -all\""));
      for (int i = 1; i <= count; i++) {
        lines.add("a.test MX %d mx%d.test.".formatted(i, i));
        lines.add("mx%d.test A 192.0.2.%d".formatted(i, i));
      }
      assertThat(result("192.0.2." + count, "a.test", lines.toArray(String[]::new)))
          .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"10, PASS", "11, FAIL"})
    void tenNamesOfAnAddressAreTriedAndTheOthersPassedOver(int place, Result result) {
      var lines = new ArrayList<>(List.of("a.test TXT \"v=spf1 ptr -all\""));
      for (int i = 1; i <= place; i++) {
        lines.add("%s PTR h%d.a.test.".formatted(REVERSE, i));
        lines.add("h%d.a.test A 192.0.2.%d".formatted(i, i == place ? 1 : 9));
      }
      assertThat(result(IP, "a.test", lines.toArray(String[]::new))).isEqualTo(result);
    }
  }

  @Nested
  class Ptr { // §5.5

    @ParameterizedTest
    @CsvSource({
      "ptr, host.a.test, PASS",
      "ptr, a.test, PASS",
      "ptr, xa.test, FAIL",
      "ptr, HOST.A.TEST, PASS",
      "ptr:b.test, host.a.test, FAIL",
      "ptr:b.test, x.b.test, PASS"
    })
    void matchesNamesThatLeadBackAndAreBelowTheDomain(String term, String name, Result result) {
      assertThat(
              result(
                  IP,
                  "a.test",
                  "a.test TXT \"v=spf1 " + term + " -all\"",
                  REVERSE + " PTR " + name + ".",
                  name + " A 192.0.2.1"))
          .isEqualTo(result);
    }

    @Test
    void doesNotMatchANameThatLeadsElsewhere() {
      assertThat(
              result(
                  IP,
                  "a.test",
                  "a.test TXT \"v=spf1 ptr -all\"",
                  REVERSE + " PTR a.test.",
                  "a.test A 192.0.2.2"))
          .isEqualTo(Result.FAIL);
    }

    @Test
    void worksForIpv6() {
      assertThat(
              result(
                  "2001:db8::1",
                  "a.test",
                  "a.test TXT \"v=spf1 ptr -all\"",
                  ip("2001:db8::1").reverseName() + " PTR a.test.",
                  "a.test AAAA 2001:db8:0::1"))
          .isEqualTo(Result.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {REVERSE + " FAILS PTR", "a.test FAILS A"})
    void passesOverWhatCannotBeAsked(String line) {
      assertThat(
              result(
                  IP,
                  "a.test",
                  "a.test TXT \"v=spf1 ptr ?all\"",
                  REVERSE + " PTR a.test.",
                  "a.test A 192.0.2.1",
                  line))
          .isEqualTo(Result.NEUTRAL);
    }
  }

  @Nested
  class Macros { // §7

    @ParameterizedTest
    @CsvSource({
      "192.0.2.3, %{ir}.%{v}._spf.%{d2}, 3.2.0.192.in-addr._spf.example.com",
      "192.0.2.3, %{lr-}.lp._spf.%{d2}, bad.strong.lp._spf.example.com",
      "192.0.2.3, %{d2}.trusted.example.net, example.com.trusted.example.net",
      "192.0.2.3, %{h}.%{o}.x.test, mx.example.org.email.example.com.x.test",
      "192.0.2.3, %{p}.x.test, unknown.x.test",
      "192.0.2.3, %{S}.x.test, strong-bad%40email.example.com.x.test",
      "192.0.2.3, a%_b%%c%-d.x.test, a b%c%20d.x.test"
    })
    void areExpandedInNames(String ip, String macros, String name) {
      assertThat(askedLast(ip, macros)).isEqualTo(name + " A");
    }

    @Test
    void spellIpv6AddressesOut() { // §7.4
      assertThat(askedLast("2001:db8::cb01", "%{ir}.%{v}._spf.%{d2}"))
          .isEqualTo(
              "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2"
                  + ".ip6._spf.example.com A");
    }

    private static String askedLast(String ip, String macros) {
      var dns = PretendDns.of("email.example.com TXT \"v=spf1 exists:" + macros + " -all\"");
      evaluation(
          dns, SpfSender.mailFrom(ip(ip), "strong-bad@email.example.com", "mx.example.org", NOW));
      return dns.questions().getLast();
    }

    @Test
    void ofALongNameLeaveOutLabelsOnTheLeft() {
      var dns = PretendDns.of("a.test TXT \"v=spf1 exists:%{l}.x.test -all\"");
      var localPart = IntStream.range(0, 60).mapToObj("p%03d"::formatted).collect(joining("."));

      evaluation(dns, SpfSender.mailFrom(ip(IP), localPart + "@a.test", "helo.test", NOW));
      var name = dns.questions().getLast().replace(" A", "");
      assertThat(name).startsWith("p011.p012.").endsWith(".p059.x.test").hasSize(251);
    }

    @Test
    void pPrefersTheDomainThenWhatIsBelowItThenAny() {
      assertThat(best("z.test", "host.a.test", "a.test")).isEqualTo("a.test");
      assertThat(best("z.test", "host.a.test", "y.test")).isEqualTo("host.a.test");
      assertThat(best("z.test", "y.test")).isEqualTo("z.test");
      assertThat(best()).isEqualTo("unknown");
    }

    private static String best(String... names) {
      var lines = new ArrayList<>(List.of("a.test TXT \"v=spf1 exists:%{p}.x.test -all\""));
      for (var name : names) {
        lines.add(REVERSE + " PTR " + name + ".");
        lines.add(name + " A 192.0.2.1");
      }
      var dns = PretendDns.of(lines.toArray(String[]::new));
      evaluation(dns, sender(IP, "a.test"));
      return dns.questions().getLast().replace(".x.test A", "");
    }

    @Test
    void pIsUnknownWhenItCannotBeAsked() {
      var dns =
          PretendDns.of("a.test TXT \"v=spf1 exists:%{p}.x.test -all\"", REVERSE + " FAILS PTR");

      assertThat(evaluation(dns, sender(IP, "a.test")).result()).isEqualTo(Result.FAIL);
      assertThat(dns.questions()).last().isEqualTo("unknown.x.test A");
    }

    @Test
    void ofOddTextsOfTheSenderAskForThoseAndNothingElse() {
      var dns = PretendDns.of("a.test TXT \"v=spf1 exists:%{l}.x.test -all\"");

      evaluation(dns, SpfSender.mailFrom(ip(IP), "A\\.b CAF\u00c9@a.test", "h.test", NOW));
      assertThat(dns.questions()).last().isEqualTo("a\\\\.b caf\\195\\137.x.test A");
    }

    @Test
    void thatGiveNoNameMatchNothing() {
      var dns = PretendDns.of("a.test TXT \"v=spf1 exists:%{l}.x.test ?all\"");

      var sender = SpfSender.mailFrom(ip(IP), "a..b@a.test", "h.test", NOW);
      assertThat(evaluation(dns, sender).result()).isEqualTo(Result.NEUTRAL);
      assertThat(dns.questions()).containsExactly("a.test TXT");
    }
  }

  @Test
  void keepsATraceOfAllThatWasTried() {
    var evaluation =
        evaluation(
            PretendDns.of(
                "a.test TXT \"v=spf1 a:v.test include:b.test -all\"",
                "b.test TXT \"v=spf1 ip4:192.0.2.1 -all\""),
            sender(IP, "a.test"));

    assertThat(evaluation.trace())
        .extracting(step -> "%d %s %s".formatted(step.depth(), step.domain(), step.term()))
        .containsExactly(
            "0 a.test ",
            "0 a.test a:v.test",
            "0 a.test include:b.test",
            "1 b.test ",
            "1 b.test ip4:192.0.2.1");
    assertThat(evaluation.trace()).extracting(Step::lookups).containsExactly(0, 1, 2, 2, 2);
    assertThat(evaluation.trace()).extracting(Step::voids).containsExactly(0, 1, 1, 1, 1);
    assertThat(evaluation.trace())
        .flatExtracting(Step::asked)
        .extracting(Lookup::name)
        .containsExactly("a.test", "v.test", "b.test");
    assertThat(evaluation.why()).isEqualTo("include:b.test of a.test matches");
  }

  @Test
  void theTraceEndsWithWhatWentWrong() {
    var evaluation =
        evaluation(
            PretendDns.of("a.test TXT \"v=spf1 include:none.test -all\""), sender(IP, "a.test"));

    assertThat(evaluation.trace().getLast().decided()).startsWith("permerror: ");
    assertThat(evaluation.why()).contains("include:none.test", "does not exist");
  }

  private static Result result(String ip, String domain, String... lines) {
    return evaluation(PretendDns.of(lines), sender(ip, domain)).result();
  }

  private static SpfEvaluation evaluation(PretendDns dns, SpfSender sender) {
    return SpfEvaluation.of(dns, sender);
  }

  private static SpfSender sender(String ip, String domain) {
    return new SpfSender(ip(ip), domain, "ward", "a.test", "helo.test", "unknown", NOW);
  }

  private static IpAddress ip(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
