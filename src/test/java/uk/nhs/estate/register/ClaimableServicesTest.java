package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.sample.Claimable;

class ClaimableServicesTest {

  @Test
  void knowsTheTextsOfTheServicesThatAnswer() {
    var services = Claimable.SERVICES;
    assertThat(services.texts(List.of(Claimable.PAGES, Claimable.CLOUD)))
        .containsExactly("There is no page", "of that name");
    assertThat(services.texts(List.of(Claimable.CLOUD))).isEmpty();
    assertThat(services.texts(List.of("trust.supplier.test"))).isEmpty();
    assertThat(services.texts(List.of())).isEmpty();
  }

  @Test
  void anAnswerIsKnownByAllItsTextsAndByOneAtLeast() {
    var answer = new ClaimableService.Answer(List.of("no page", "of that name"));
    assertThat(answer.is("of that name: no page")).isTrue();
    assertThat(answer.is("no page")).isFalse();
    assertThatThrownBy(() -> new ClaimableService.Answer(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
