package uk.nhs.estate.probe.dnssec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

  @Test
  void forgetsFirstWhatWasNotMetForTheLongest() {
    var recent = new Recent<String>(2);
    recent.add("one");
    recent.add("two");
    assertThat(recent.has("one")).isTrue();
    recent.add("three");

    assertThat(recent.has("one")).isTrue();
    assertThat(recent.has("two")).isFalse();
    assertThat(recent.has("three")).isTrue();
  }
}
