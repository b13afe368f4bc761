package uk.nhs.estate.observation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.parked;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Lookup;

class MailUseTest {

  @Test
  void aDomainWithAMailServerIsUsedWhateverSpfSays() {
    assertThat(use("-all", found(NAME, "MX", "10 mail.trust.nhs.uk.")))
        .isEqualTo(new MailUse.Used(true));
    assertThat(use("-all", found(NAME, "MX", "0 .", "10 mail.trust.nhs.uk.")))
        .isEqualTo(new MailUse.Used(true));
  }

  @Test
  void aDomainWithoutMxAndWithoutSpfIsNotUsed() {
    assertThat(MailUse.of(parked(absent(NAME, "MX"), absent(NAME, "TXT"))))
        .isEqualTo(new MailUse.Unused("it has no MX record, and it has no SPF record"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-all",
        "-all exp=why.%{d}",
        "exp=why.test -all",
        "~all",
        "?all",
        "",
        "redirect=nobody.test",
        "include:nobody.test -all",
        "include:nobody.test include:nobody.test ~all",
        "-include:somebody.test -all",
        "-ip4:192.0.2.25 -all",
        "-all mx",
        "a:void.test -all",
        "-al"
      })
  void spfThatLetsNobodySendIsNoUse(String terms) {
    assertThat(use(terms)).isInstanceOf(MailUse.Unused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip4:192.0.2.25 -all",
        "+all",
        "redirect=somebody.test",
        "include:somebody.test -all",
        "exists:%{i}.list.test -all",
        "ptr -all",
        "a:hidden.test -all",
        "include:hidden.test include:somebody.test -all",
        "mx -al",
        "include:somebody.test -al"
      })
  void spfThatLetsSomebodySendIsUse(String terms) {
    assertThat(use(terms)).isEqualTo(new MailUse.Used(false));
  }

  @Test
  void ofSeveralRecordsWhatWasMeantCounts() {
    assertThat(use("-all", found(NAME, "TXT", "\"v=spf1 -all\"", "\"v=spf1 -all\"")))
        .isInstanceOf(MailUse.Unused.class);
    assertThat(use("-all", found(NAME, "TXT", "\"v=spf1 -all\"", "\"v=spf1 mx -all\"")))
        .isEqualTo(new MailUse.Used(false));
  }

  @Test
  void whatCouldNotBeAskedHidesItWhenItMatters() {
    assertThat(use("-all", unasked(NAME, "MX"))).isInstanceOf(MailUse.Hidden.class);
    assertThat(use("-all", unasked(NAME, "TXT"))).isInstanceOf(MailUse.Hidden.class);
    assertThat(use("include:hidden.test -all")).isInstanceOf(MailUse.Hidden.class);
    assertThat(use("redirect=hidden.test")).isInstanceOf(MailUse.Hidden.class);
  }

  private static MailUse use(String terms, Lookup... others) {
    return MailUse.of(
        parked(
            Stream.concat(
                    Stream.of(others),
                    Stream.of(
                        found(NAME, "TXT", "\"v=spf1 " + terms + "\""),
                        found("nobody.test", "TXT", "\"v=spf1 -all\""),
                        found("somebody.test", "TXT", "\"v=spf1 ip4:192.0.2.25 -all\""),
                        absent("void.test", "A"),
                        absent("void.test", "AAAA"),
                        unasked("hidden.test", "TXT"),
                        unasked("hidden.test", "A"),
                        unasked("hidden.test", "AAAA")))
                .toArray(Lookup[]::new)));
  }
}
