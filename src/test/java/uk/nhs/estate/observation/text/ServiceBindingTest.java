package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.text.ServiceBinding.Parameter;

class ServiceBindingTest {

  @Test
  void readsAnAlias() {
    var alias = ServiceBinding.parse("0 web.example.net.");
    assertThat(alias.isAlias()).isTrue();
    assertThat(alias.target()).isEqualTo("web.example.net.");
    assertThat(alias.parameters()).isEmpty();
  }

  @Test
  void readsAService() {
    var service =
        ServiceBinding.parse("1 . mandatory=alpn,port alpn=\"h2,h3\" no-default-alpn port=8443");
    assertThat(service.isAlias()).isFalse();
    assertThat(service.parameters())
        .containsExactly(
            new Parameter("mandatory", "alpn,port"),
            new Parameter("alpn", "h2,h3"),
            new Parameter("no-default-alpn", ""),
            new Parameter("port", "8443"));
    assertThat(service.mandatory()).containsExactly("alpn", "port");
    assertThat(service.values("port")).containsExactly("8443");
    assertThat(service.values("ech")).isEmpty();
  }

  @Test
  void readsEscapes() {
    assertThat(ServiceBinding.parse("1 . key667=\"a \\\"b\\\\\\200\" key668=a\\ b").parameters())
        .containsExactly(new Parameter("key667", "a \"b\\\u00C8"), new Parameter("key668", "a b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "65536 .",
        "x .",
        "1 . =h2",
        "1 . ALPN=h2",
        "1 . alpn=\"h2",
        "1 . alpn=\"a\"\"b\"",
        "1 . alpn=a\"b\"",
        "1 . alpn=\\"
      })
  void refusesWhatIsNoRdata(String text) {
    assertThatThrownBy(() -> ServiceBinding.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void readsBackWhatTheResolverWrites(
      @ForAll @IntRange(max = 65535) int priority,
      @ForAll @IntRange(min = 1000, max = 65279) int key,
      @ForAll @CharRange(to = '\u00FF') @StringLength(min = 1, max = 255) String value) {
    var wire = new ByteArrayOutputStream();
    wire.writeBytes(
        new byte[] {(byte) (priority >> 8), (byte) priority, 0, (byte) (key >> 8), (byte) key, 0});
    wire.write(value.length());
    wire.writeBytes(value.getBytes(ISO_8859_1));
    var record = Record.newRecord(Name.root, Type.HTTPS, DClass.IN, 0, wire.toByteArray());
    if (priority != 0) { // an alias may have no parameters there
      assertThat(ServiceBinding.parse(record.rdataToString()).parameters())
          .containsExactly(new Parameter("key" + key, value));
    }
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    try {
      ServiceBinding.parse("1 . " + new String(bytes, ISO_8859_1)).mandatory();
    } catch (IllegalArgumentException _) {
      // It says so.
    }
  }
}
