package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Refusal;

class CursorsTest {
  private static final Cursors<Long> IDS = Cursors.byId("things");
  private static final Cursors<String> CODES =
      new Cursors<>("codes", text -> new OdsCode(text).text());

  @Property
  void aCursorIsReadAsItWasWritten(@ForAll long id) {
    var cursor = IDS.at(id);
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(IDS.key(cursor, 0L)).isEqualTo(id);
  }

  @Test
  void withoutACursorAListBeginsAtItsBeginning() {
    assertThat(CODES.key(null, "")).isEmpty();
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    var other = Cursors.byId("thing").at(7L);
    assertThatThrownBy(() -> IDS.key(other, 0L))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("cursor"));
  }

  @Property
  void anyTextIsAKeyOrRefused(@ForAll String text) {
    assertIsAKeyOrRefused(text);
    assertIsAKeyOrRefused(CODES.at(text));
  }

  @FuzzTest
  void anyBytesAreAKeyOrRefused(byte[] bytes) {
    assertIsAKeyOrRefused(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static void assertIsAKeyOrRefused(String cursor) {
    try {
      assertThat(CODES.key(cursor, "")).matches("[A-Z0-9]{3,10}");
    } catch (Refusal refusal) {
      assertThat(refusal.field()).isEqualTo("cursor");
    }
  }
}
