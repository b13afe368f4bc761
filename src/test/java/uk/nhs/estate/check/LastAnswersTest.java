package uk.nhs.estate.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.LastAnswers;

class LastAnswersTest {
  private final List<String> asked = new ArrayList<>();
  private final LastAnswers<String, Integer> lengths =
      new LastAnswers<>(
          2,
          text -> {
            asked.add(text);
            return text.length();
          });

  @Test
  void asksOnce() {
    assertThat(lengths.to("a")).isEqualTo(1);
    assertThat(lengths.to("a")).isEqualTo(1);
    assertThat(asked).containsExactly("a");
  }

  @Test
  void forgetsWhatWasNotAskedForLongest() {
    lengths.to("a");
    lengths.to("bb");
    lengths.to("a");
    lengths.to("ccc");
    lengths.to("a");
    assertThat(lengths.to("bb")).isEqualTo(2);
    assertThat(asked).containsExactly("a", "bb", "ccc", "bb");
  }
}
