package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class TxtDataTest {

  @Test
  void readsStringsWithAndWithoutQuotationMarks() {
    assertThat(TxtData.parse("\"v=spf1 \" \"-all\"").strings()).containsExactly("v=spf1 ", "-all");
    assertThat(TxtData.parse("\"v=spf1 \" \"-all\"").joined()).isEqualTo("v=spf1 -all");
    assertThat(TxtData.parse("abc \t def").strings()).containsExactly("abc", "def");
    assertThat(TxtData.parse("\"a\"\"b\"").strings()).containsExactly("a", "b");
    assertThat(TxtData.parse("\"\"").strings()).containsExactly("");
    assertThat(TxtData.parse("").strings()).isEmpty();
  }

  @Test
  void readsEscapes() {
    assertThat(TxtData.parse("\"a\\\"b\\\\c\\;\"").strings()).containsExactly("a\"b\\c;");
    assertThat(TxtData.parse("\"\\000\\010\\255\"").strings()).containsExactly("\0\n\u00FF");
    assertThat(TxtData.parse("a\\ b\\032c").strings()).containsExactly("a b c");
    assertThat(TxtData.parse("\"\\0655\"").strings()).containsExactly("A5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"", "\"a", "a\"b\"", "\\", "\"\\\"", "\\1", "\\12", "\\256", "\\999", "\\1a2"})
  void refusesWhatIsNoRdata(String text) {
    assertThatThrownBy(() -> TxtData.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void readsBackWhatTheResolverWrites(
      @ForAll @Size(min = 1, max = 4)
          List<@CharRange(to = '\u00FF') @StringLength(max = 255) String> strings) {
    var wire = new ByteArrayOutputStream();
    for (var string : strings) {
      wire.write(string.length());
      wire.writeBytes(string.getBytes(ISO_8859_1));
    }
    var record = Record.newRecord(Name.root, Type.TXT, DClass.IN, 0, wire.toByteArray());
    assertThat(TxtData.parse(record.rdataToString()).strings()).isEqualTo(strings);
  }

  @Property
  void readsBackWhatItWrites(
      @ForAll @CharRange(to = '\u00FF') @StringLength(max = 600) String text) {
    var strings = TxtData.parse(TxtData.written(text)).strings();
    assertThat(String.join("", strings)).isEqualTo(text);
    assertThat(strings).hasSize(Math.max(1, (text.length() + 254) / 255));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    try {
      TxtData.parse(new String(bytes, ISO_8859_1));
    } catch (IllegalArgumentException _) {
      // It says so.
    }
  }
}
