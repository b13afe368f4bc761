package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

class MailExchangeTest {

  @Test
  void readsPreferenceAndHost() {
    assertThat(MailExchange.parse("10 mail.trust.nhs.uk."))
        .isEqualTo(new MailExchange(10, "mail.trust.nhs.uk."));
    assertThat(MailExchange.parse("10 mail.trust.nhs.uk.").isNull()).isFalse();
    assertThat(MailExchange.parse("0 .").isNull()).isTrue();
  }

  @Test
  void putsTheMostWantedFirstAndThoseOfOnePreferenceByName() {
    assertThat(MailExchange.inOrder(List.of("20 a.", "5 c.", "5 b.")))
        .extracting(MailExchange::host)
        .containsExactly("b.", "c.", "a.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.25.", "[192.0.2.25].", "2001:db8::25.", "::ffff:192.0.2.25."})
  void seesAnAddressInPlaceOfAName(String host) {
    assertThat(new MailExchange(10, host).isAddress()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "mail.test.", "192.0.2.25.isp.test.", "192.0.2.", "fe.ed."})
  void takesNoNameForAnAddress(String host) {
    assertThat(new MailExchange(10, host).isAddress()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "mail.", "10 ", "65536 mail.", "-1 mail.", "10 a. b.", "10  a."})
  void refusesWhatIsNoRdata(String text) {
    assertThatThrownBy(() -> MailExchange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void readsBackWhatTheResolverWrites(
      @ForAll @IntRange(max = 65535) int preference,
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 63) String label)
      throws TextParseException {
    var host = Name.fromString(label + ".test.");
    var record = new MXRecord(Name.root, DClass.IN, 0, preference, host);
    assertThat(MailExchange.parse(record.rdataToString()))
        .isEqualTo(new MailExchange(preference, label + ".test."));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    try {
      MailExchange.parse(new String(bytes, ISO_8859_1));
    } catch (IllegalArgumentException _) {
      // It says so.
    }
  }
}
