package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.SRVRecord;

class ServiceLocationTest {

  @Test
  void readsNumbersAndTarget() {
    assertThat(ServiceLocation.parse("100 1 443 sip.example.net."))
        .isEqualTo(new ServiceLocation(100, 1, 443, "sip.example.net."));
    assertThat(ServiceLocation.parse("100 1 443 sip.example.net.").isNone()).isFalse();
    assertThat(ServiceLocation.parse("0 0 0 .").isNone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0 0 .", "0 0 65536 a.", "65536 0 0 a.", "0 0 0", "0 0 0 a. b.", "a b c d."})
  void refusesWhatIsNoRdata(String text) {
    assertThatThrownBy(() -> ServiceLocation.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void readsBackWhatTheResolverWrites(
      @ForAll @IntRange(max = 65535) int priority,
      @ForAll @IntRange(max = 65535) int weight,
      @ForAll @IntRange(max = 65535) int port) {
    var record = new SRVRecord(Name.root, DClass.IN, 0, priority, weight, port, Name.root);
    assertThat(ServiceLocation.parse(record.rdataToString()))
        .isEqualTo(new ServiceLocation(priority, weight, port, "."));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    try {
      ServiceLocation.parse(new String(bytes, ISO_8859_1));
    } catch (IllegalArgumentException _) {
      // It says so.
    }
  }
}
