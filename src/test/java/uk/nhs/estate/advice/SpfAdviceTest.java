package uk.nhs.estate.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.SpfRecord;

class SpfAdviceTest {

  private static MailFacts spf(Lookup other, String... records) {
    return mail(
        other,
        found(
            NAME, "TXT", Stream.of(records).map(text -> '"' + text + '"').toArray(String[]::new)));
  }

  private static MailFacts spf(String... records) {
    return spf(found(DMARC, "TXT", "\"v=DMARC1; p=none; rua=mailto:a@trust.nhs.uk\""), records);
  }

  private static Optional<String> next(MailFacts mail) {
    return SpfAdvice.of(mail).map(advice -> advice.publish().text());
  }

  private static String first(MailFacts mail) {
    return String.join(" ", SpfAdvice.of(mail).orElseThrow().first());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=spf1 mx +all                     | v=spf1 mx ~all
          v=spf1 mx all                      | v=spf1 mx ~all
          v=spf1 mx ?all                     | v=spf1 mx ~all
          v=spf1 mx                          | v=spf1 mx ~all
          v=spf1 mx ptr -all                 | v=spf1 mx -all
          v=spf1 mx MX a -all                | v=spf1 mx a -all
          v=spf1 mx -all a ip4:192.0.2.1     | v=spf1 mx -all
          v=spf1 mx -all ?all                | v=spf1 mx -all
          v=spf1 mx redirect=x.test -all     | v=spf1 mx -all
          v=spf1 exp=x.test ptr mx -all y=z  | v=spf1 mx exp=x.test y=z -all
          """)
  void saysLessAndMoreClearly(String today, String next) {
    assertThat(next(spf(today))).contains(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=spf1 mx -all",
        "v=spf1 mx ~all",
        "v=spf1 mx exp=x.test -all",
        "v=spf1 mx redirect=x.test"
      })
  void leavesAloneWhatIsInOrder(String today) {
    assertThat(next(spf(today))).isEmpty();
  }

  @Test
  void refusesTheRestOnceDmarcDoes() {
    var enforced = found(DMARC, "TXT", "\"v=DMARC1; p=quarantine; rua=mailto:a@trust.nhs.uk\"");
    assertThat(next(spf(enforced, "v=spf1 mx ~all"))).contains("v=spf1 mx -all");
    assertThat(first(spf(enforced, "v=spf1 mx ~all"))).contains("Read the DMARC reports");
  }

  @Test
  void takesOneStepAtATime() {
    var enforced = found(DMARC, "TXT", "\"v=DMARC1; p=reject; rua=mailto:a@trust.nhs.uk\"");
    assertThat(next(spf(enforced, "v=spf1 mx ptr ~all"))).contains("v=spf1 mx ~all");
  }

  @Test
  void makesOneRecordOfSeveral() {
    var advice =
        SpfAdvice.of(
                spf("v=spf1 mx include:a.test -all", "v=spf1 mx redirect=b.test", "v=spf1 a +all"))
            .orElseThrow();
    assertThat(advice.publish().text()).isEqualTo("v=spf1 mx include:a.test include:b.test a ~all");
    assertThat(advice.replaces()).hasSize(3);
    assertThat(advice.first()).isNotEmpty();
  }

  @Test
  void beginsWithTheServersThatTakeMail() {
    assertThat(next(spf("site-verification=1"))).contains("v=spf1 mx ~all");
    assertThat(first(spf("site-verification=1"))).contains("every service that sends");
  }

  @Test
  void saysThatNobodySendsForADomainWithoutMail() {
    assertThat(next(spf(absent(NAME, "MX"), "site-verification=1"))).contains("v=spf1 -all");
    assertThat(next(spf(absent(NAME, "MX"), "v=spf1 -all mx"))).contains("v=spf1 -all");
    assertThat(next(spf(absent(NAME, "MX"), "v=spf1 -all"))).isEmpty();
  }

  @Test
  void asksWhatABrokenTermWasToSay() {
    assertThat(next(spf("v=spf1 mx ip4:192.0.2 -all"))).contains("v=spf1 mx -all");
    assertThat(first(spf("v=spf1 mx ip4:192.0.2 -all"))).contains("ip4:192.0.2 was to say");
  }

  @Test
  void warnsOfTooManyTermsThatAsk() {
    assertThat(first(spf("v=spf1" + " a:x%d.test".repeat(11).formatted(numbers()) + " ?all")))
        .contains("this record has 11");
  }

  private static Object[] numbers() {
    return Stream.iterate(1, number -> number + 1).limit(11).toArray();
  }

  @Test
  void saysNothingOfWhatCouldNotBeAsked() {
    assertThat(next(mail(unasked(NAME, "TXT")))).isEmpty();
    assertThat(next(spf(unasked(NAME, "MX"), "v=spf1 -all"))).isEmpty();
  }

  @Property
  void advisesSoundRecordsOnly(
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 60) String terms) {
    var advised = next(spf("v=spf1 mx " + terms.replace('"', '.').replace('\\', '.')));
    assertThat(advised.flatMap(SpfRecord::parse).stream())
        .allSatisfy(record -> assertThat(record.malformed()).isEmpty());
    assertThat(advised.flatMap(text -> next(spf(text)))).isEmpty();
  }
}
