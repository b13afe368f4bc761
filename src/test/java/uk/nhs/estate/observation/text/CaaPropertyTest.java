package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import uk.nhs.estate.observation.text.CaaProperty.Issuer;
import uk.nhs.estate.observation.text.CaaProperty.Parameter;

class CaaPropertyTest {

  @Test
  void readsFlagsTagAndValue() {
    assertThat(CaaProperty.parse("128 issue \"ca.test; a=b\""))
        .isEqualTo(new CaaProperty(128, "issue", "ca.test; a=b"));
    assertThat(CaaProperty.parse("0 iodef mailto:a@b.test").value()).isEqualTo("mailto:a@b.test");
    assertThat(CaaProperty.parse("0 issue \"a\\\"b\\200\"").value()).isEqualTo("a\"b\u00C8");
    assertThat(CaaProperty.parse("0 issue \"\"")).hasToString("0 issue \"\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 issue",
        "issue \"ca.test\"",
        "256 issue \"ca.test\"",
        "-1 issue \"ca.test\"",
        "0 is-sue \"ca.test\"",
        "0 \"\" \"ca.test\"",
        "0 issue ca.test a=b",
        "0 issue \"ca.test"
      })
  void refusesWhatIsNoRdata(String text) {
    assertThatThrownBy(() -> CaaProperty.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, false, false", "128, true, false", "1, false, true", "255, true, true"})
  void knowsTheOneFlagThatMeansSomething(int flags, boolean critical, boolean reserved) {
    var property = new CaaProperty(flags, "issue", "");
    assertThat(property.isCritical()).isEqualTo(critical);
    assertThat(property.setsReservedFlags()).isEqualTo(reserved);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "';', ''",
    "' ', ''",
    "ca.test, ca.test",
    "' CA.Test\t', ca.test",
    "ca.test;, ca.test",
    "'ca.test ; ', ca.test",
    "'ca.test; a=b', ca.test",
    "'; a=b', ''",
    "x--y.test, x--y.test",
    "test, test"
  })
  void namesAnAuthorityOrNobody(String value, String domain) {
    var issuer = issuer(value);
    assertThat(issuer.domain()).isEqualTo(domain);
    assertThat(issuer.isNobody()).isEqualTo(domain.isEmpty());
  }

  @Test
  void readsItsConditions() {
    assertThat(issuer("ca.test; AccountURI = https://ca.test/1?a=b;b=").parameters())
        .containsExactly(
            new Parameter("accounturi", "https://ca.test/1?a=b"), new Parameter("b", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%%%%%",
        "ca.test.",
        ".ca.test",
        "-ca.test",
        "ca-.test",
        "ca_1.test",
        "ca.test other.test",
        "ca.test, other.test",
        "ca.test; a=b;",
        "ca.test; a",
        "ca.test; =b",
        "ca.test;; a=b",
        "ca.test; a=b c",
        "ca.test; a_b=c",
        "ca.test; a=\u00E9"
      })
  void aValueThatBreaksTheGrammarNamesNobodyAtAll(String value) {
    assertThat(new CaaProperty(0, "issue", value).issuer()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ca.test; accounturi=a; accounturi=b",
        "ca.test; validationmethods=dns-01; validationmethods=http-01",
        "ca.test; validationmethods=",
        "ca.test; validationmethods=dns-01,",
        "ca.test; validationmethods=dns_01"
      })
  void someConditionsCanNeverBeMet(String value) {
    assertThat(issuer(value).canNeverBeMet()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ca.test",
        "ca.test; accounturi=a",
        "ca.test; validationmethods=dns-01,http-01",
        "ca.test; a=b; a=b"
      })
  void othersCan(String value) {
    assertThat(issuer(value).canNeverBeMet()).isFalse();
  }

  @Property
  void readsBackWhatTheResolverWrites(
      @ForAll @IntRange(max = 255) int flags,
      @ForAll @LowerChars @NumericChars @StringLength(min = 1, max = 15) String tag,
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 200) String value) {
    var record = new CAARecord(Name.root, DClass.IN, 0, flags, tag, escaped(value));
    assertThat(CaaProperty.parse(record.rdataToString()))
        .isEqualTo(new CaaProperty(flags, tag, value));
  }

  @Property
  void readsEveryConditionInOrder(
      @ForAll List<@AlphaChars @StringLength(min = 1, max = 5) String> names) {
    var value =
        "ca.test" + String.join("", names.stream().map(name -> "; " + name + "=1").toList());
    assertThat(issuer(value).parameters()).hasSameSizeAs(names);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    new CaaProperty(0, "issue", text).issuer().ifPresent(Issuer::canNeverBeMet);
    try {
      CaaProperty.parse(text).issuer();
    } catch (IllegalArgumentException _) {
      // It says so.
    }
  }

  private static Issuer issuer(String value) {
    return new CaaProperty(0, "issue", value).issuer().orElseThrow();
  }

  /// The record takes its value in presentation format.
  private static String escaped(String value) {
    return value.replace("\\", "\\\\");
  }
}
