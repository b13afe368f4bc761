package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.register.PublicSuffixes.Section;
import uk.nhs.estate.register.PublicSuffixes.Suffix;

class PublicSuffixesTest {

  private static final PublicSuffixes LIST = PublicSuffixes.bundled();

  /// The cases of the list's own tests (in the public domain) that are names of at least two
  /// labels.
  @ParameterizedTest
  @CsvSource({
    "example.COM, example.com",
    "WwW.example.COM, example.com",
    "example.example, example.example",
    "b.example.example, example.example",
    "a.b.example.example, example.example",
    "domain.biz, domain.biz",
    "a.b.domain.biz, domain.biz",
    "uk.com,",
    "example.uk.com, example.uk.com",
    "a.b.example.uk.com, example.uk.com",
    "test.ac, test.ac",
    "c.mm,",
    "b.c.mm, b.c.mm",
    "a.b.c.mm, b.c.mm",
    "test.jp, test.jp",
    "www.test.jp, test.jp",
    "ac.jp,",
    "test.ac.jp, test.ac.jp",
    "www.test.ac.jp, test.ac.jp",
    "kyoto.jp,",
    "test.kyoto.jp, test.kyoto.jp",
    "ide.kyoto.jp,",
    "b.ide.kyoto.jp, b.ide.kyoto.jp",
    "a.b.ide.kyoto.jp, b.ide.kyoto.jp",
    "c.kobe.jp,",
    "b.c.kobe.jp, b.c.kobe.jp",
    "a.b.c.kobe.jp, b.c.kobe.jp",
    "city.kobe.jp, city.kobe.jp",
    "www.city.kobe.jp, city.kobe.jp",
    "test.ck,",
    "b.test.ck, b.test.ck",
    "a.b.test.ck, b.test.ck",
    "www.ck, www.ck",
    "www.www.ck, www.ck",
    "test.us, test.us",
    "www.test.us, test.us",
    "ak.us,",
    "test.ak.us, test.ak.us",
    "k12.ak.us,",
    "test.k12.ak.us, test.k12.ak.us",
    "www.test.k12.ak.us, test.k12.ak.us",
    "食狮.com.cn, 食狮.com.cn",
    "食狮.公司.cn, 食狮.公司.cn",
    "www.食狮.公司.cn, 食狮.公司.cn",
    "shishi.公司.cn, shishi.公司.cn",
    "公司.cn,",
    "食狮.中国, 食狮.中国",
    "www.食狮.中国, 食狮.中国",
    "xn--85x722f.com.cn, xn--85x722f.com.cn",
    "www.xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
    "xn--55qx5d.cn,",
    "www.xn--85x722f.xn--fiqs8s, xn--85x722f.xn--fiqs8s",
  })
  void findsTheRegisteredName(String name, String registered) {
    var found = LIST.registrable(DomainName.parse(name));
    if (registered == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(DomainName.parse(registered));
    }
  }

  @Test
  void holdsNhsUkAsARegistrysSuffix() {
    var host = DomainName.parse("www.trust.nhs.uk");
    assertThat(LIST.suffix(host)).isEqualTo(new Suffix("nhs.uk", Section.ICANN));
    assertThat(LIST.registrable(host)).contains(new DomainName("trust.nhs.uk"));
    assertThat(LIST.registrable(new DomainName("nhs.uk"))).isEmpty();
  }

  @Test
  void tellsACompanysSuffixFromARegistrys() {
    var host = DomainName.parse("www.practice.github.io");
    assertThat(LIST.suffix(host)).isEqualTo(new Suffix("github.io", Section.PRIVATE));
    assertThat(LIST.registrable(host)).contains(new DomainName("practice.github.io"));
    assertThat(LIST.registrableAtRegistry(host)).contains(new DomainName("github.io"));
  }

  @Test
  void takesTheLastLabelWhereNoRuleFits() {
    assertThat(LIST.suffix(new DomainName("www.trust.test")))
        .isEqualTo(new Suffix("test", Section.UNLISTED));
  }

  @Test
  void makesASiteOfAHostAndRefusesAPublicSuffix() {
    var host = new DomainName("www.trust.nhs.uk");
    assertThat(LIST.site(host)).isEqualTo(new Site(host, new DomainName("trust.nhs.uk")));
    assertThat(LIST.domain(host)).isEqualTo(new Domain(new DomainName("trust.nhs.uk")));
    assertThatThrownBy(() -> LIST.site(new DomainName("nhs.uk")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is a public suffix");
  }

  @Test
  void letsAnExceptionWinOverALongerRule() throws IOException {
    var list = read("*.ck\n!www.ck\na.www.ck\n");
    assertThat(list.suffix(new DomainName("b.a.www.ck")).ascii()).isEqualTo("ck");
  }

  @Test
  void readsARuleUpToTheFirstSpaceAndInAnyCase() throws IOException {
    var list = read("NHS.uk  and more\n\n// nothing\n");
    assertThat(list.suffix(new DomainName("a.nhs.uk")).ascii()).isEqualTo("nhs.uk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.*.uk", "!uk", "a..uk", "<html>"})
  void refusesALineThatIsNoRule(String line) {
    assertThatThrownBy(() -> read("uk\n" + line)).isInstanceOf(Refusal.class);
  }

  @Test
  void refusesAFileWithoutRules() {
    assertThatThrownBy(() -> PublicSuffixes.read(new StringReader("// a comment\n")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("holds no rule");
    assertThatThrownBy(() -> PublicSuffixes.read(new StringReader("uk\n")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Line 1 is no rule");
  }

  private static PublicSuffixes read(String rules) throws IOException {
    return PublicSuffixes.read(new StringReader("// ===BEGIN ICANN DOMAINS===\n" + rules));
  }

  @ParameterizedTest
  @CsvSource({
    "nhs.uk, true",
    "uk, true",
    "trust.nhs.uk, false",
    "www.trust.nhs.uk, false",
    "test, true",
    "trust.test, false",
    "192.0.2.1, false",
    "a b.uk, false"
  })
  void knowsASuffixWhenItSeesOne(String name, boolean suffix) {
    assertThat(PublicSuffixes.bundled().isSuffix(name)).isEqualTo(suffix);
  }
}
