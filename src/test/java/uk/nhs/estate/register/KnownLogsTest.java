package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownLogsTest {
  private static final KnownLogs.Entry ONE =
      new KnownLogs.Entry("One", "Somebody", KnownLogs.State.USABLE, "AQID");

  @Test
  void findsALogByTheDigestOfItsKey() {
    var id =
        HexFormat.of()
            .parseHex("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");

    assertThat(KnownLogs.of(List.of(ONE)).find(id)).contains(ONE);
    id[0]++;
    assertThat(KnownLogs.of(List.of(ONE)).find(id)).isEmpty();
    assertThat(ONE.keyOctets()).containsExactly(1, 2, 3);
  }

  @Test
  void refusesALogTwice() {
    var again = new KnownLogs.Entry("Again", "Somebody", KnownLogs.State.RETIRED, "AQID");

    assertThatThrownBy(() -> KnownLogs.of(List.of(ONE, again)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Again");
  }

  @Test
  void refusesAKeyThatIsNone() {
    var broken = new KnownLogs.Entry("Broken", "Somebody", KnownLogs.State.USABLE, "A");

    assertThatThrownBy(() -> KnownLogs.of(List.of(broken)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Broken");
  }
}
