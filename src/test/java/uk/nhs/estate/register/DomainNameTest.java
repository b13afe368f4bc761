package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

  @ParameterizedTest
  @CsvSource({
    "www.example.nhs.uk, www.example.nhs.uk",
    "WWW.Example.NHS.UK, www.example.nhs.uk",
    "example.nhs.uk., example.nhs.uk",
    "'  example.nhs.uk\r\n', example.nhs.uk",
    "café.example.uk, xn--caf-dma.example.uk",
    "CAFÉ.example.uk, xn--caf-dma.example.uk",
    "XN--CAF-DMA.example.uk, xn--caf-dma.example.uk",
    "example。nhs。uk, example.nhs.uk",
    "ｅxample.nhs.uk, example.nhs.uk",
    "faß.de, xn--fa-hia.de",
    "3m.co.uk, 3m.co.uk",
    "111.nhs.uk, 111.nhs.uk",
    "r3---sn-abc.example.com, r3---sn-abc.example.com",
    "a.1e, a.1e",
  })
  void readsANameAsPeopleWriteIt(String written, String canonical) {
    assertThat(DomainName.parse(written)).isEqualTo(new DomainName(canonical));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, is an IP address",
    "192.0.2.1., is an IP address",
    "3221225985, is an IP address",
    "0xC0000201, is an IP address",
    "0300.0.02.01, is an IP address",
    "127.1, is an IP address",
    "１９２.0.2.1, is an IP address",
    "2001:db8::1, is an IP address",
    "[2001:db8::1], is an IP address",
    "[2001:db8::1]:443, is an IP address",
    "::ffff:192.0.2.1, is an IP address",
    "fe80::1%eth0, is an IP address",
    "www.example.123, ends in a number",
    "www.example.0x7f, ends in a number",
    "1.2.3.4.5, ends in a number",
    "https://www.example.nhs.uk/a?b#c, 'give the name alone, www.example.nhs.uk'",
    "//www.example.nhs.uk, 'give the name alone, www.example.nhs.uk'",
    "https://user:pass@www.example.nhs.uk:8443/, 'give the name alone, www.example.nhs.uk'",
    "www.example.nhs.uk/about, 'has a path after the name: give the name alone,"
        + " www.example.nhs.uk'",
    "www.example.nhs.uk\\about, has a path after the name",
    "www.example.nhs.uk:8443, 'has a port or a colon after the name: give the name alone,"
        + " www.example.nhs.uk'",
    "someone@example.nhs.uk, 'is an e-mail address: give the name alone, example.nhs.uk'",
    "*.example.nhs.uk, 'stands for many names: give the name alone, example.nhs.uk'",
    "a.*.example.nhs.uk, stands for many names: give the name of a host or domain alone",
    "www example.nhs.uk, contains a space",
    "_dmarc.example.nhs.uk, contains an underscore",
    "-www.example.nhs.uk, has a hyphen at the start or the end",
    "www-.example.nhs.uk, has a hyphen at the start or the end",
    "-é.example.uk, has a hyphen at the start",
    "www..example.nhs.uk, has a dot too many",
    ".example.nhs.uk, has a dot too many",
    "example.nhs.uk.., has a dot too many",
    "., has a dot too many",
    "'', is empty",
    "localhost, is not a whole name",
    "uk., is not a whole name",
    "exa!mple.nhs.uk, contains “!”",
    "xn--a.example.uk, is not validly encoded",
    "xn--example-.nhs.uk, has a hyphen",
    "xn--abc.example.uk, xn--",
    "אabc.example.uk, mixes writing directions",
    "\u0301a.example.uk, starts with an accent alone",
    "a‍b.example.uk, joiner",
  })
  void refusesWhatIsNoNameAndSaysWhatToDo(String text, String advice) {
    assertThatThrownBy(() -> DomainName.parse(text))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("name"))
        .hasMessageContaining(advice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exa\u0000mple.nhs.uk",
        "exa\nmple.nhs.uk",
        "exa\u202Emple.nhs.uk",
        "exa\u2066mple.nhs.uk",
        "exa\u00ADmple.nhs.uk",
        "exa\u200Bmple.nhs.uk",
        "\uFEFFexample.nhs.uk",
        "exa\uD800mple.nhs.uk",
        "exa\uE000mple.nhs.uk"
      })
  void spellsOutACharacterThatNobodySees(String text) {
    assertThatThrownBy(() -> DomainName.parse(text))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("contains an invisible character (U+")
        .hasMessageContaining("\\u{");
  }

  @Test
  void takesALabelOf63CharactersAndNotOf64() {
    assertThat(DomainName.parse("a".repeat(63) + ".uk").labels()).hasSize(2);
    assertThatThrownBy(() -> DomainName.parse("a".repeat(64) + ".uk"))
        .hasMessageContaining("has a part of 64 characters");
    assertThatThrownBy(() -> DomainName.parse("é".repeat(64) + ".uk"))
        .hasMessageContaining("has a part of more than 63 characters");
  }

  @Test
  void takesANameOf253CharactersAndNotOf254() {
    String longest = ("a".repeat(49) + ".").repeat(5) + "uk.";
    assertThat(longest).hasSize(253);
    String name = "b" + longest.substring(0, 252);
    assertThat(DomainName.parse(name).ascii()).hasSize(253);
    assertThat(DomainName.parse(name + ".").ascii()).hasSize(253);
    assertThatThrownBy(() -> DomainName.parse("b" + name)).hasMessageContaining("is too long");
  }

  @Test
  void looksAtNoMoreThanAThousandCharactersAndShowsSixty() {
    assertThatThrownBy(() -> DomainName.parse("é.".repeat(1_000_000)))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.message()).hasSizeLessThan(120))
        .hasMessageContaining("too long");
  }

  @Test
  void cannotBeBuiltInAnyOtherThanItsCanonicalForm() {
    for (var text :
        List.of("WWW.example.uk", "example.uk.", "café.uk", "xn--CAF-dma.uk", " a.uk", "uk")) {
      assertThatThrownBy(() -> new DomainName(text)).as(text).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void showsItselfInItsOwnScript() {
    assertThat(DomainName.parse("www.xn--caf-dma.example.uk").unicode())
        .isEqualTo("www.café.example.uk");
    assertThat(DomainName.parse("www.example.uk").unicode()).isEqualTo("www.example.uk");
  }

  @Test
  void knowsItsParentsUpToTheLastTwoLabels() {
    var name = DomainName.parse("a.example.uk");
    assertThat(name.parent()).contains(new DomainName("example.uk"));
    assertThat(new DomainName("example.uk").parent()).isEmpty();
  }

  @Test
  void isUnderWhatItsLabelsEndIn() {
    var domain = new DomainName("example.uk");
    assertThat(new DomainName("a.b.example.uk").isUnder(domain)).isTrue();
    assertThat(new DomainName("anexample.uk").isUnder(domain)).isFalse();
    assertThat(domain.isUnder(domain)).isFalse();
    assertThat(domain.isUnder(new DomainName("a.example.uk"))).isFalse();
  }

  @Test
  void sortsADomainBeforeWhatIsBelowIt() {
    assertThat(
            Stream.of("b.uk", "x.a.uk", "a.uk", "a-b.uk", "c.com")
                .map(DomainName::new)
                .sorted()
                .map(DomainName::ascii))
        .containsExactly("c.com", "a.uk", "x.a.uk", "a-b.uk", "b.uk");
  }

  @Property
  void anyTextIsACanonicalNameOrRefused(@ForAll("nearNames") String text) {
    holdsForAnyText(text);
  }

  @Property
  void aNameReadFromItsOwnScriptIsTheSameName(@ForAll("nearNames") String text) {
    try {
      var name = DomainName.parse(text);
      assertThat(DomainName.parse(name.unicode())).isEqualTo(name);
      assertThat(String.join(".", name.labels())).isEqualTo(name.ascii());
      assertThat(name.labels()).allSatisfy(label -> assertThat(label).hasSizeBetween(1, 63));
    } catch (Refusal refusal) {
      assertThat(refusal.message()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "20s")
  void anyBytesAreACanonicalNameOrRefused(FuzzedDataProvider bytes) {
    holdsForAnyText(bytes.consumeRemainingAsString());
  }

  @Provide
  Arbitrary<String> nearNames() {
    var part =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8),
            Arbitraries.strings().ofMaxLength(4),
            Arbitraries.strings().withChars("éßłאب食1-_.:/@*%[]xXn ").ofMaxLength(5),
            Arbitraries.of(
                "xn--caf-dma", "xn--", "nhs", "uk", "0x7f", "127", "‍", "http://", "a".repeat(63)));
    return Arbitraries.oneOf(
        part.list().ofMaxSize(6).map(parts -> String.join(".", parts)), Arbitraries.strings());
  }

  private static void holdsForAnyText(String text) {
    try {
      var name = DomainName.parse(text);
      assertThat(DomainName.parse(name.ascii())).isEqualTo(name);
      assertThat(new DomainName(name.ascii())).isEqualTo(name);
      assertThat(name.ascii()).matches("[a-z0-9.-]{3,253}");
    } catch (Refusal refusal) {
      assertThat(refusal.field()).isEqualTo("name");
      assertThat(refusal.message()).hasSizeBetween(10, 1000);
      assertThat(refusal.message().codePoints().filter(Refusal::isInvisible)).isEmpty();
    }
  }
}
