package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.text.StsPolicy.Mode;

class StsPolicyTest {

  /// The example of RFC 8461 §3.2.
  private static final String EXAMPLE =
      """
      version: STSv1
      mode: enforce
      mx: mail.example.com
      mx: *.example.net
      mx: backupmx.example.com
      max_age: 604800
      """;

  private static final StsPolicy READ =
      new StsPolicy(
          Mode.ENFORCE,
          Duration.ofDays(7),
          List.of("mail.example.com", "*.example.net", "backupmx.example.com"));

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", " \t\r\n", "\n\n", "\r\n\r\n"})
  void takesEitherLineEnd(String end) {
    assertThat(StsPolicy.parse(EXAMPLE.replace("\n", end))).isEqualTo(new Reading.Valid<>(READ));
  }

  @Test
  void needsNoLineEndAtItsEnd() {
    assertThat(StsPolicy.parse(EXAMPLE.strip())).isEqualTo(new Reading.Valid<>(READ));
  }

  @Test
  void takesFieldsInAnyOrderAndPassesOverThoseOfLaterVersions() {
    assertThat(
            StsPolicy.parse(
                """
                max_age:604800
                x-note.1: na\u00efve words: yes
                mx:mail.example.com
                mx:\t *.example.net
                mode: enforce
                Mode: testing
                mx: backupmx.example.com
                version: STSv1
                """))
        .isEqualTo(new Reading.Valid<>(READ));
  }

  @Test
  void takesTheFirstOfSeveralFieldsButForMx() {
    assertThat(
            StsPolicy.parse(
                EXAMPLE + "mode: none\nmode: nonsense\nversion: STSv2\nmax_age: 0\nmax_age: x\n"))
        .isEqualTo(new Reading.Valid<>(READ));
  }

  @Test
  void needsNoMxToTakeThePolicyBack() {
    assertThat(StsPolicy.parse("version: STSv1\nmode: none\nmax_age: 86400\n"))
        .isEqualTo(new Reading.Valid<>(new StsPolicy(Mode.NONE, Duration.ofDays(1), List.of())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "31557600", "0031557600"})
  void takesEveryAgeUpToTheLongest(String age) {
    assertThat(StsPolicy.parse(EXAMPLE.replace("604800", age)))
        .isInstanceOfSatisfying(
            Reading.Valid.class,
            valid ->
                assertThat(((StsPolicy) valid.value()).maxAge())
                    .isEqualTo(Duration.ofSeconds(Long.parseLong(age))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31557601", "99999999999", "-1", "1.5", "86400s", "+86400", "1d", "00031557600"})
  void refusesOtherAges(String age) {
    assertInvalid(EXAMPLE.replace("604800", age), "line 6: max_age is no number of seconds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example.com.",
        ".example.com",
        "*",
        "*.",
        "*example.com",
        "mail.*.com",
        "*.*.com",
        "a..b",
        "-a.b",
        "a-.b",
        "a_b.c",
        "a b",
        "a.b, c.d",
        "[192.0.2.1]",
        "b\u00fccher.test"
      })
  void refusesWhatIsNoPattern(String mx) {
    assertInvalid(EXAMPLE.replace("mail.example.com", mx), "line 3: mx is no name of a host");
  }

  @Test
  void refusesNamesThatNoHostCanHave() {
    assertInvalid(EXAMPLE.replace("mail.example.com", "a.".repeat(20_000) + "b"), "line 3: mx");
  }

  @Test
  void saysWhatIsMissing() {
    assertInvalid("", "it has no version");
    assertInvalid(EXAMPLE.replace("version: STSv1\n", ""), "it has no version");
    assertInvalid(EXAMPLE.replace("mode: enforce\n", ""), "it has no mode");
    assertInvalid(EXAMPLE.replace("max_age: 604800\n", ""), "it has no max_age");
    assertInvalid(EXAMPLE.replaceAll("mx:.*\n", ""), "it has no mx");
    assertInvalid(EXAMPLE.replace("version", "Version"), "it has no version");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version: STSv1 | version: STSv2   | line 1: version is not STSv1 but "STSv2"
          version: STSv1 | version: stsv1   | line 1: version
          version: STSv1 | version STSv1    | line 1: "version STSv1" is no field with a value
          version: STSv1 | <!DOCTYPE html>  | line 1: "<!DOCTYPE html>" is no field
          mode: enforce  | mode: report     | line 2: mode is none of enforce, testing and none
          mode: enforce  | mode: Enforce    | line 2: mode
          mode: enforce  | mode:            | line 2: "mode:" is no field with a value
          mode: enforce  | mode : enforce   | line 2: "mode : enforce" is no field
          mode: enforce  | ' mode: enforce' | line 2: " mode: enforce" is no field
          mode: enforce  | # mode: enforce  | line 2:
          """)
  void saysWhichLineBreaksTheGrammar(String line, String instead, String problem) {
    assertInvalid(EXAMPLE.replace(line, instead), problem);
  }

  @Test
  void takesNoControlCharacters() {
    assertInvalid(EXAMPLE.replace("\n", "\r"), "line 1:");
    assertInvalid("\uFEFF" + EXAMPLE, "line 1:");
    assertInvalid(EXAMPLE + "x: a\tb\n", "line 7:");
    assertInvalid(EXAMPLE + "x: a\0b\n", "line 7:");
  }

  /// RFC 8461 §4.1.
  @ParameterizedTest
  @CsvSource({
    "*.example.com, mail.example.com, true",
    "*.example.com, MAIL.Example.com, true",
    "*.Example.com, mail.example.com, true",
    "*.example.com, example.com, false",
    "*.example.com, foo.bar.example.com, false",
    "*.example.com, mailexample.com, false",
    "mail.example.com, mail.example.com, true",
    "Mail.example.com, mail.example.com, true",
    "mail.example.com, mail2.example.com, false",
    "mail.example.com, example.com, false",
    "*.com, example.com, true",
    "*.com, com, false"
  })
  void matchesHosts(String pattern, String host, boolean allowed) {
    assertThat(new StsPolicy(Mode.ENFORCE, Duration.ZERO, List.of(pattern)).allows(host))
        .isEqualTo(allowed);
  }

  @Property
  void allowsEveryHostThatItNames(
      @ForAll Mode mode,
      @ForAll @IntRange(max = 31_557_600) int age,
      @ForAll @Size(min = 1, max = 10)
          List<@AlphaChars @StringLength(min = 1, max = 20) String> names) {
    var hosts = names.stream().map(name -> name + ".example.com").toList();
    var text =
        "version: STSv1\r\nmode: %s\r\nmax_age: %d\r\n".formatted(mode.text(), age)
            + String.join("", hosts.stream().map(host -> "mx: " + host + "\r\n").toList());
    assertThat(StsPolicy.parse(text))
        .isEqualTo(new Reading.Valid<>(new StsPolicy(mode, Duration.ofSeconds(age), hosts)));
    assertThat(hosts).allMatch(new StsPolicy(mode, Duration.ofSeconds(age), hosts)::allows);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    switch (StsPolicy.parse(new String(bytes, UTF_8))) {
      case Reading.Invalid(var problem) -> assertThat(problem).hasSizeLessThan(200);
      case Reading.Valid(var policy) -> {
        assertThat(policy.maxAge()).isBetween(Duration.ZERO, Duration.ofSeconds(31_557_600));
        assertThat(policy.patterns().isEmpty()).isIn(false, policy.mode() == Mode.NONE);
        assertThat(policy.allows("mail.example.com")).isIn(true, false);
      }
    }
  }

  private static void assertInvalid(String text, String problem) {
    assertThat(StsPolicy.parse(text))
        .isInstanceOfSatisfying(
            Reading.Invalid.class, invalid -> assertThat(invalid.problem()).startsWith(problem));
  }
}
