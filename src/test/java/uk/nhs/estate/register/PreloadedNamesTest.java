package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.settings.ScannerConfig;

class PreloadedNamesTest {

  private static final PreloadedNames SOME =
      new PreloadedNames(Set.of("dev", "library.nhs.uk"), Set.of("gov.uk"));

  @Test
  void holdsWhatIsBelowAName() {
    assertThat(SOME.holds("library.nhs.uk")).isTrue();
    assertThat(SOME.holds("www.library.nhs.uk")).isTrue();
    assertThat(SOME.holds("a.dev")).isTrue();
  }

  @Test
  void takesNoNameForAnotherThatEndsWithItsLetters() {
    assertThat(SOME.holds("otherlibrary.nhs.uk")).isFalse();
    assertThat(SOME.holds("nhs.uk")).isFalse();
    assertThat(SOME.holds("adev")).isFalse();
  }

  @Test
  void holdsANameAloneWithoutWhatIsBelow() {
    assertThat(SOME.holds("gov.uk")).isTrue();
    assertThat(SOME.holds("trust.gov.uk")).isFalse();
  }

  @Test
  void theListOfTheProgramKnowsThePublicSector() {
    var list = ScannerConfig.read(null).lists().preloaded();

    assertThat(list.holds("www.library.nhs.uk")).isTrue();
    assertThat(list.holds("beta.service.gov.uk")).isTrue();
    assertThat(list.holds("trust.dev")).isTrue();
    assertThat(list.holds("www.england.nhs.uk")).isFalse();
  }
}
