package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.TlsPosture.Order;

class PreferenceTest {
  private static final List<Integer> OFFERED = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

  @Test
  void isOfTheServerIfItPassesOverWhatItKnows() {
    var preference = new Preference();
    preference.saw(List.of(1, 2, 3), 3);
    preference.saw(List.of(1, 2), 1);

    assertThat(preference.order()).isEqualTo(Order.SERVER);
    assertThat(preference.found()).containsExactly(3, 1);
  }

  @Test
  void isOpenAsLongAsBothMayDecide() {
    var preference = new Preference();
    preference.saw(List.of(1, 2, 3), 1);
    assertThat(preference.order()).isEqualTo(Order.ONE);
    assertThat(preference.isOpen()).isFalse();

    preference.saw(List.of(2, 3), 3);
    assertThat(preference.isOpen()).isTrue();
    assertThat(preference.order()).isEqualTo(Order.UNKNOWN);

    preference.saw(List.of(3, 2, 1), 3);
    assertThat(preference.isOpen()).isFalse();
    assertThat(preference.order()).isEqualTo(Order.CLIENT);
  }

  @Test
  void isOfTheServerIfTheOppositeOrderChangesNothing() {
    var preference = new Preference();
    preference.saw(List.of(1, 2, 3), 1);
    preference.saw(List.of(2, 3), 3);
    preference.saw(List.of(3, 2, 1), 1);

    assertThat(preference.order()).isEqualTo(Order.SERVER);
  }

  @Property(tries = 300)
  void isFoundOutOfEveryServer(@ForAll("liked") List<Integer> liked, @ForAll boolean decides) {
    var preference = new Preference();
    var left = new ArrayList<>(OFFERED);
    while (left.stream().anyMatch(liked::contains)) {
      int chosen = choice(decides, liked, left);
      preference.saw(left, chosen);
      left.remove((Integer) chosen);
      if (preference.isOpen()) {
        preference.saw(OFFERED.reversed(), choice(decides, liked, OFFERED.reversed()));
      }
    }

    var expected = decides ? Order.SERVER : Order.CLIENT;
    assertThat(preference.order()).isEqualTo(liked.size() == 1 ? Order.ONE : expected);
    assertThat(preference.found()).containsExactlyInAnyOrderElementsOf(liked);
    if (decides) {
      assertThat(preference.found()).isEqualTo(liked);
    }
  }

  private static int choice(boolean decides, List<Integer> liked, List<Integer> offered) {
    var first = decides ? liked : offered;
    var second = decides ? offered : liked;
    return first.stream().filter(second::contains).findFirst().orElseThrow();
  }

  @Provide
  Arbitrary<List<Integer>> liked() {
    return Arbitraries.shuffle(OFFERED)
        .flatMap(all -> Arbitraries.integers().between(1, 9).map(size -> all.subList(0, size)));
  }
}
