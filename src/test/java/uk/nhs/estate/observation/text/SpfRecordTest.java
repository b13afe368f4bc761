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
