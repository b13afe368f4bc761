package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class CdsDataTest {

  @ParameterizedTest
  @CsvSource({
    "CDS, 0 0 0 00", "CDS, 0 0 0 0", "CDS, 12345 0 2 00",
    "CDNSKEY, 0 3 0 AA==", "CDNSKEY, 0 3 0 0", "CDNSKEY, 257 3 0 AA=="
  })
  void asksToDelete(String type, String text) {
    assertThat(CdsData.parse(type, text).orElseThrow().isDelete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CDS, 0 13 0 00",
    "CDS, 12345 13 2 00FF",
    "CDNSKEY, 257 3 13 AA==",
    "CDNSKEY, 0 0 8 AA=="
  })
  void asksForMore(String type, String text) {
    assertThat(CdsData.parse(type, text).orElseThrow().isDelete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "CDS, ''",
    "CDS, 0 0 0",
    "CDS, '0 0 0 '",
    "CDS, 65536 0 0 00",
    "CDS, 0 256 0 00",
    "CDS, 0 0 256 00",
    "CDNSKEY, x 3 0 00",
    "CDNSKEY, 0 3",
    "CDNSKEY, \\# 5 0000030000"
  })
  void isNothingElse(String type, String text) {
    assertThat(CdsData.parse(type, text)).isEmpty();
  }

  @Property(tries = 200)
  void readsBackWhatTheResolverWrites(@ForAll @IntRange(max = 255) int algorithm) {
    byte[] cds = {0, 1, (byte) algorithm, 2, 0};
    byte[] cdnskey = {1, 0, 3, (byte) algorithm, 0};
    assertThat(CdsData.parse("CDS", rdata(Type.CDS, cds))).contains(new CdsData(algorithm));
    assertThat(CdsData.parse("CDNSKEY", rdata(Type.CDNSKEY, cdnskey)))
        .contains(new CdsData(algorithm));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    assertThat(CdsData.parse("CDS", text).isPresent())
        .isEqualTo(CdsData.parse("CDNSKEY", text).isPresent());
  }

  private static String rdata(int type, byte[] wire) {
    return Record.newRecord(Name.root, type, DClass.IN, 0, wire).rdataToString();
  }
}
