package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.text.DmarcRecord.Part;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;
import uk.nhs.estate.observation.text.DmarcRecord.Psd;
import uk.nhs.estate.observation.text.DmarcRecord.Scope;

class DmarcRecordTest {

  @Test
  void readsTags() {
    assertThat(
            DmarcRecord.parse("v=DMARC1; p = reject ;RUA=mailto:a@b.test,mailto:c@d.test;")
                .orElseThrow()
                .tags())
        .isEqualTo(Map.of("v", "DMARC1", "p", "reject", "rua", "mailto:a@b.test,mailto:c@d.test"));
  }

  @Test
  void passesOverWhatIsNoTag() {
    assertThat(
            DmarcRecord.parse("v=DMARC1;;p;=x; p1=y; sp=none; p=reject; p=none")
                .orElseThrow()
                .tags())
        .isEqualTo(Map.of("v", "DMARC1", "sp", "none", "p", "reject"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=DMARC1", "v=DMARC1;", "V = DMARC1 ; p=none", "v\t=\tDMARC1\t;"})
  void beginsWithTheVersion(String txt) {
    assertThat(DmarcRecord.parse(txt)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v=dmarc1; p=none",
        "v=DMARC2; p=none",
        "v=DMARC1 p=none",
        "v=DMARC1, p=none",
        " v=DMARC1; p=none",
        ";v=DMARC1; p=none",
        "p=none; v=DMARC1",
        "\"v=DMARC1; p=none\""
      })
  void isNoRecordWithoutTheVersionFirst(String txt) {
    assertThat(DmarcRecord.parse(txt)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=DMARC1; p=none                                   | NONE
          v=DMARC1; p=Quarantine                             | QUARANTINE
          v=DMARC1; rua=mailto:a@b.test; p=reject            | REJECT
          v=DMARC1; p=reject; sp=none; np=quarantine         | REJECT
          v=DMARC1; p=reject; pct=0                          | REJECT
          v=DMARC1                                           | NONE
          v=DMARC1; sp=reject                                | NONE
          v=DMARC1; p=reject; t=y                            | QUARANTINE
          v=DMARC1; p=quarantine; t=Y                        | NONE
          v=DMARC1; p=none; t=y                              | NONE
          v=DMARC1; p=reject; t=n                            | REJECT
          v=DMARC1; p=reject; t=yes                          | REJECT
          v=DMARC1; p=block; rua=mailto:a@b.test             | NONE
          v=DMARC1; p=reject; sp=block; rua= x , mailto:a@b.test | NONE
          v=DMARC1; p=reject; np=; rua=https://b.test/dmarc  | NONE
          """)
  void saysWhatReceiversGoBy(String txt, Policy policy) {
    assertThat(DmarcRecord.parse(txt).orElseThrow().policy()).contains(policy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=DMARC1; p=",
        "v=DMARC1; p=block",
        "v=DMARC1; p=reject,",
        "v=DMARC1; p=block; rua=",
        "v=DMARC1; p=block; rua=a@b.test",
        "v=DMARC1; p=block; rua=mailto:",
        "v=DMARC1; p=block; rua=mail to:a@b.test",
        "v=DMARC1; p=reject; sp=block"
      })
  void saysNothingThatReceiversGoBy(String txt) {
    assertThat(DmarcRecord.parse(txt).orElseThrow().policy()).isEmpty();
  }

  @Property
  void findsThePolicyAmongAnyTags(
      @ForAll Policy policy, @ForAll @StringLength(max = 50) String before) {
    var record = DmarcRecord.parse("v=DMARC1; x=" + before.replace(';', '.') + ";p=" + policy);
    assertThat(record.orElseThrow().policy()).contains(policy);
    assertThat(record.orElseThrow().tags().keySet())
        .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @CsvSource({
    "rua=mailto:a@b.test, b.test",
    "rua=mailto:a@b.test!10m , b.test",
    "rua= MAILTO:a@B.test , b.test",
    "'rua=mailto:a@b.test,mailto:c@d.test; ruf=mailto:e@f.test', b.test d.test f.test",
    "rua=mailto:a@b.test; ruf=mailto:c@b.test, b.test",
    "rua=mailto:a@b.test?subject=x@y.test, b.test",
    "rua=https://b.test/, ''",
    "rua=a@b.test, ''",
    "rua=mailto:b.test, ''",
    "p=none, ''"
  })
  void saysWhereReportsGo(String tags, String domains) {
    assertThat(DmarcRecord.parse("v=DMARC1; p=none; " + tags).orElseThrow().reportDomains())
        .containsExactly(domains.isEmpty() ? new String[0] : domains.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=DMARC1; p=reject                           | REJECT     | REJECT     | REJECT
          v=DMARC1; p=reject; sp=none                  | REJECT     | NONE       | NONE
          v=DMARC1; p=none; sp=reject; np=quarantine   | NONE       | REJECT     | QUARANTINE
          v=DMARC1; p=quarantine; np=reject            | QUARANTINE | QUARANTINE | REJECT
          v=DMARC1; sp=reject                          | NONE       | REJECT     | REJECT
          v=DMARC1; p=reject; sp=quarantine; t=y       | QUARANTINE | NONE       | NONE
          v=DMARC1; p=reject; np=x; rua=mailto:a@b.test | NONE      | NONE       | NONE
          """)
  void saysWhatReceiversGoByForNamesBelow(
      String txt, Policy domain, Policy subdomains, Policy missing) {
    var record = DmarcRecord.parse(txt).orElseThrow();
    assertThat(record.policy(Scope.DOMAIN)).contains(domain);
    assertThat(record.policy(Scope.SUBDOMAINS)).contains(subdomains);
    assertThat(record.policy(Scope.MISSING)).contains(missing);
  }

  @Test
  void tellsWhatIsAskedForWhileItIsTriedOut() {
    var record = DmarcRecord.parse("v=DMARC1; p=reject; t=y").orElseThrow();
    assertThat(record.isTesting()).isTrue();
    assertThat(record.written(Scope.DOMAIN)).contains(Policy.REJECT);
  }

  @ParameterizedTest
  @CsvSource({
    "psd=y, YES",
    "psd=N, NO",
    "psd=u, UNSAID",
    "psd=yes, UNSAID",
    "p=none, UNSAID",
    "'psd=n; psd=y', NO"
  })
  void saysWhetherOthersRegisterBelowIt(String tags, Psd psd) {
    assertThat(DmarcRecord.parse("v=DMARC1; " + tags).orElseThrow().psd()).isEqualTo(psd);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=DMARC1",
        "v=DMARC1;",
        "v=DMARC1;;p=none; ;",
        "v = DMARC1 ; P = None ; ADKIM=S; aspf=r",
        "v=DMARC1; p=none; fo=0",
        "v=DMARC1; p=none; fo=1:d:s",
        "v=DMARC1; p=none; fo=d:0:s",
        "v=DMARC1; p=none; fo=D",
        "v=DMARC1; p=none; t=y; psd=u",
        "v=DMARC1; p=none; pct=fifty; x=y z"
      })
  void hasNoSyntaxErrors(String txt) {
    assertThat(DmarcRecord.parse(txt).orElseThrow().errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p=none rua=mailto:a@b.test    | p        | none rua=mailto:a@b.test | take no notice
          p=; rua=mailto:a@b.test       | p        | ''      | counts as p=none
          p=none; sp=rejct              | sp       | rejct   | take no notice
          p=none; adkim=relaxed         | adkim    | relaxed | adkim=r
          p=none; aspf=               | aspf     | ''      | aspf=r
          p=none; t=yes                 | t        | yes     | t=n
          p=none; psd=x                 | psd      | x       | psd=u
          p=none; fo=0:1                | fo       | 0:1     | fo=0
          p=none; fo=d:d                | fo       | d:d     | fo=0
          p=none; fo=1,d                | fo       | 1,d     | fo=0
          p=none; fo=                   | fo       | ''      | fo=0
          p=none; p=reject              | p        | reject  | only the first p
          p=none; reject                | reject   | ''      | passed over
          p=none; x-tag=1               | x-tag=1  | ''      | passed over
          p=none; x=                    | x        | ''      | passed over
          """)
  void tellsWhatBreaksTheGrammar(String tags, String tag, String value, String reading) {
    assertThat(DmarcRecord.parse("v=DMARC1; " + tags).orElseThrow().errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.tag()).isEqualTo(tag);
              assertThat(error.value()).isEqualTo(value);
              assertThat(error.reading()).contains(reading);
            });
  }

  @Test
  void keepsTheTagsThatMeanSomething() {
    var record =
        DmarcRecord.parse("v=DMARC1; p=none; sp=x; pct=1; y=1; t=; fo=1:d; fo=x").orElseThrow();
    assertThat(record.validTags()).isEqualTo(Map.of("v", "DMARC1", "p", "none", "fo", "1:d"));
  }

  @Test
  void cutsWhatIsTooLongToShow() {
    var record = DmarcRecord.parse("v=DMARC1; p=" + "x".repeat(201)).orElseThrow();
    assertThat(record.errors().getFirst().value()).hasSize(201).endsWith("x…");
  }

  @Test
  void tellsRetiredTagsFromUnknownOnes() {
    var record =
        DmarcRecord.parse("v=DMARC1; p=none; PCT=50; rf=afrf; ri=86400; x=1; fo=1").orElseThrow();
    assertThat(record.retired()).extracting(Part::name).containsExactly("pct", "rf", "ri");
    assertThat(record.unknown()).extracting(Part::name).containsExactly("x");
  }

  @ParameterizedTest
  @CsvSource({
    "v=DMARC1; p=none; sp=none, true",
    "v=DMARC1; sp=none, true",
    "v=DMARC1, true",
    "v=DMARC1;; p=none, true",
    "v=DMARC1; rua=mailto:a@b.test; p=none, false"
  })
  void saysWhetherThePolicyFollowsTheVersion(String txt, boolean second) {
    assertThat(DmarcRecord.parse(txt).orElseThrow().hasPolicySecond()).isEqualTo(second);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var record = DmarcRecord.parse("v=DMARC1;" + new String(bytes, ISO_8859_1)).orElseThrow();
    assertThat(record.tags()).containsEntry("v", "DMARC1");
    for (var scope : Scope.values()) {
      assertThat(record.policy(scope).isPresent()).isEqualTo(record.written(scope).isPresent());
    }
    assertThat(record.errors()).noneMatch(error -> error.tag().length() > 300);
    assertThat(record.mailboxes()).allMatch(mailbox -> mailbox.address().contains("@"));
  }
}
