package uk.nhs.estate.observation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpfSelectionTest {

  @Test
  void joinsStringsWithoutSpacesAndKeepsThem() {
    var selection = SpfSelection.of(List.of("\"v=spf1 ip4:192.0.2.\" \"1 -all\"", "\"other\""));

    assertThat(selection.records())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.record().text()).isEqualTo("v=spf1 ip4:192.0.2.1 -all");
              assertThat(one.data().strings()).hasSize(2);
            });
    assertThat(selection.nearMisses()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=spf 1 -all",
        "v=spf1include:a.test",
        "v=spf1; -all",
        "v=spf1,-all",
        "v=spf10 -all",
        "v=spf2 -all",
        "v=spfl -all",
        "v = spf1 -all",
        "v:spf1 -all",
        "vspf1 -all",
        " v=spf1 -all",
        "'v=spf1 -all'",
        "\u00a0v=spf1 -all",
        "v=spf1\u00a0-all",
        "spf1 -all",
        "SPF v1 mx ~all",
        "spf include:a.test ~all",
        "txt v=spf1 -all",
        "include:a.test mx ~all"
      })
  void tellsANearMiss(String text) {
    var selection = SpfSelection.of(List.of(quoted(text)));

    assertThat(selection.nearMisses()).containsExactly(text);
    assertThat(selection.records()).isEmpty();
  }

  @Test
  void aQuotationMarkTooManyIsANearMiss() {
    assertThat(SpfSelection.of(List.of("\"\\\"v=spf1 -all\\\"\"")).nearMisses())
        .containsExactly("\"v=spf1 -all\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v=DMARC1; p=none",
        "site-verification=spf1",
        "spf-check=12",
        "spf.example",
        "spf10",
        "MS=ms1",
        "all",
        "a -all is what we have"
      })
  void leavesOtherTextsAlone(String text) {
    var selection = SpfSelection.of(List.of(quoted(text)));

    assertThat(selection.nearMisses()).isEmpty();
    assertThat(selection.records()).isEmpty();
    assertThat(selection.senderIds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spf2.0/pra -all", "SPF2.0/mfrom,pra +mx -all"})
  void tellsSenderIds(String text) {
    var selection = SpfSelection.of(List.of(quoted(text)));

    assertThat(selection.senderIds()).containsExactly(text);
    assertThat(selection.nearMisses()).isEmpty();
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      quoted.append(c < 0x7F ? String.valueOf(c) : "\\%03d".formatted((int) c));
    }
    return quoted.append('"').toString();
  }
}
