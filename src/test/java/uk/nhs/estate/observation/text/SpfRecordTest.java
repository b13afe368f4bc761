package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.text.SpfRecord.Qualifier;

class SpfRecordTest {

  @Test
  void splitsTermsAtSpaces() {
    assertThat(terms("v=spf1 ip4:192.0.2.0/24  include:a.test -all "))
        .containsExactly("ip4:192.0.2.0/24", "include:a.test", "-all");
    assertThat(terms("V=Spf1")).isEmpty();
    assertThat(terms("v=spf1 a\tb")).containsExactly("a\tb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v=spf",
        "v=spf10",
        "v=spf1;",
        "v=spf1,-all",
        "v=spf1\t-all",
        "v= spf1 -all",
        " v=spf1 -all",
        "\"v=spf1 -all\"",
        "spf2.0/pra -all"
      })
  void isOnlyWhatBeginsWithTheVersion(String txt) {
    assertThat(SpfRecord.parse(txt)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 -all, FAIL",
    "v=spf1 mx ~ALL, SOFTFAIL",
    "v=spf1 ?all, NEUTRAL",
    "v=spf1 +all, PASS",
    "v=spf1 all, PASS",
    "v=spf1 -all +all, FAIL",
    "v=spf1 all -all, PASS"
  })
  void saysWhatHappensToEverybodyElse(String txt, Qualifier qualifier) {
    assertThat(SpfRecord.parse(txt).orElseThrow().all()).contains(qualifier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "redirect=a.test", "all:a.test", "all=1", "ALLOW", "--all", "a:all", "al l"})
  void mayNotSayIt(String terms) {
    assertThat(SpfRecord.parse("v=spf1 " + terms).orElseThrow().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "include:_spf.a.test -all, _spf.a.test",
    "?INCLUDE:a.test, a.test",
    "redirect=a.test, a.test",
    "a:a.test/28//64 mx:b.test ~all, a.test b.test",
    "exists:a.test ptr:b.test -all, a.test b.test",
    "a mx ptr -all, ''",
    "ip4:192.0.2.0/24 ip6:2001:db8::/32 -all, ''",
    "exists:%{i}.a.test include:%{d2}.a.test -all, ''",
    "-all include:a.test, ''",
    "redirect=a.test -all, ''",
    "include: include:/24 a=b.test x:a.test a:single -all, ''"
  })
  void saysWhichDomainsHaveASay(String terms, String domains) {
    assertThat(SpfRecord.parse("v=spf1 " + terms).orElseThrow().domains())
        .containsExactly(domains.isEmpty() ? new String[0] : domains.split(" "));
  }

  @Test
  void knowsWhereEachTermStands() {
    var record = SpfRecord.parse("v=spf1  mx -all").orElseThrow();

    assertThat(record.terms()).extracting(SpfTerm::position).containsExactly(8, 11);
    assertThat(record.text()).isEqualTo("v=spf1  mx -all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "-ALL",
        "include:a.test",
        "a",
        "a/0",
        "a//0",
        "a/24//64",
        "A:A.test/24//64",
        "a:foo:bar/baz.a.test",
        "a:a.test.",
        "a:a.museum1a",
        "a:a.x-1",
        "mx",
        "mx:a.test//128",
        "ptr",
        "ptr:a.test",
        "ip4:192.0.2.1",
        "ip4:0.0.0.0/0",
        "ip6:::1",
        "ip6:2001:db8::/32",
        "ip6:::ffff:192.0.2.1/128",
        "exists:%{i}._spf.%{d2}",
        "exists:%{L1R+-}.%{ir}.%{v}",
        "exists:a.%%",
        "redirect=a.test",
        "exp=a.test",
        "exp=%{d}",
        "default=",
        "moo.cow-1_x=man:dog/cat%{t}%_",
        "ip4=192.0.2.1",
        "redirect2=a.test"
      })
  void acceptsWhatTheGrammarHas(String term) {
    assertThat(SpfRecord.parse("v=spf1 " + term).orElseThrow().malformed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all:a.test|all takes nothing",
        "all/8|all takes nothing",
        "all.|no mechanism",
        "--all|no mechanism",
        "al|no mechanism",
        "-redirect=a.test|no mechanism",
        "moo.cow/far_out=man|no mechanism",
        "1x=y|no mechanism",
        "=x|no mechanism",
        "include|missing",
        "include:|name is missing",
        "include/24|missing",
        "include:a.test/24|not the name",
        "exists|missing",
        "exists:a.test/24|not the name",
        "ptr:|name is missing",
        "ptr/0|missing",
        "a:|name is missing",
        "a:/24|name is missing",
        "a:museum|not the name",
        "a:museum.|not the name",
        "a:abc.123|not the name",
        "a:a.-b|not the name",
        "a:a.b-|not the name",
        "a:a.b_c|not the name",
        "a:a.test..|not the name",
        "a:192.0.2.1|not the name",
        "a:a.test:8080|not the name",
        "a/33|from 0 to 32",
        "a//129|from 0 to 128",
        "a/|missing",
        "a/024|from 0 to 32",
        "a//x|missing",
        "mx/64//33/1|missing",
        "ip4|missing",
        "ip4:|no IPv4",
        "ip4:1.2.3|no IPv4",
        "ip4:1.2.3.4/33|no IPv4",
        "ip4:1.2.3.4/032|no IPv4",
        "ip4:1.2.3.4//32|no IPv4",
        "ip4:1.2.3.4:25|no IPv4",
        "ip4:::1|no IPv4",
        "ip6:1.2.3.4|no IPv6",
        "ip6:::1/129|no IPv6",
        "ip6:::1//64|no IPv6",
        "exists:%{x}.a.test|%{x}",
        "exists:%{c}.a.test|%{c}",
        "exists:%{}.a.test|%{}",
        "exists:%{d0}|keeps no part",
        "exists:%{d2x}|not well formed",
        "exists:%{d|closing brace",
        "exists:%a.test|begins no macro",
        "exists:a.test%|begins no macro",
        "exists:%{d}x|not the name",
        "redirect=|name is missing",
        "redirect=a.test/24|not the name",
        "exp=|name is missing",
        "moose=%abc|begins no macro",
        "a:caf\u00e9.test|code 233",
        "a:b\u0009.test|code 9"
      })
  void saysWhatBreaksTheGrammarAndWhy(String term, String why) {
    var record = SpfRecord.parse("v=spf1 mx " + term.translateEscapes() + " -all").orElseThrow();

    assertThat(record.malformed())
        .singleElement()
        .satisfies(fault -> assertThat(fault.why()).contains(why))
        .extracting(SpfTerm.Malformed::position)
        .isEqualTo(10);
  }

  @Test
  void takesEachOfTwoModifiersOnce() {
    assertThat(SpfRecord.parse("v=spf1 redirect=a.test redirect=b.test").orElseThrow().malformed())
        .extracting(SpfTerm.Malformed::text)
        .containsExactly("redirect=b.test");
    assertThat(SpfRecord.parse("v=spf1 exp=a.test EXP=a.test").orElseThrow().malformed())
        .hasSize(1);
    assertThat(SpfRecord.parse("v=spf1 x=1 x=1").orElseThrow().malformed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 -all, true",
    "v=spf1 exp=a.test -all, true",
    "v=spf1 ~all, false",
    "v=spf1 mx -all, false",
    "v=spf1, false",
    "v=spf1 redirect=a.test, false"
  })
  void tellsWhetherItLetsNobodySend(String txt, boolean nobody) {
    assertThat(SpfRecord.parse(txt).orElseThrow().letsNobodySend()).isEqualTo(nobody);
  }

  @Property
  void keepsEveryTermInOrder(
      @ForAll List<@AlphaChars @StringLength(min = 1, max = 5) String> terms) {
    assertThat(terms("v=spf1 " + String.join("  ", terms))).isEqualTo(terms);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var record = SpfRecord.parse("v=spf1 " + new String(bytes, ISO_8859_1)).orElseThrow();
    assertThat(record.terms()).noneMatch(term -> term.text().isEmpty());
    assertThat(record.all()).isNotNull();
    assertThat(record.domains()).doesNotContain("");
  }

  private static List<String> terms(String txt) {
    return SpfRecord.parse(txt).orElseThrow().terms().stream().map(SpfTerm::text).toList();
  }
}
