package uk.nhs.estate.observation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.withSelectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.mail.DkimKeys.Tried;
import uk.nhs.estate.observation.text.DkimKey.Rsa;

class DkimKeysTest {

  private static final String BELOW = "_domainkey.trust.nhs.uk";
  private static final String KEY = "\"v=DKIM1; p=\"";
  private static final String OTHER = "\"v=DKIM1; k=ed25519; p=\"";

  @Test
  void asksForTheNameAboveTheWildcardWhatIsRegisteredAndThenTheGuesses() {
    var asked = new ArrayList<String>();
    DkimKeys.look(
        "Trust.nhs.uk",
        List.of("own", "Own"),
        List.of("s1", "OWN", "s2"),
        recording(asked, absent(BELOW, "TXT")));
    assertThat(asked)
        .containsExactly(BELOW, "*." + BELOW, "own." + BELOW, "s1." + BELOW, "s2." + BELOW);
  }

  @Test
  void guessesNothingBelowANameThatDoesNotExistButAsksForWhatIsRegistered() {
    var asked = new ArrayList<String>();
    var keys =
        DkimKeys.look(
            "trust.nhs.uk",
            List.of("own"),
            List.of("s1"),
            recording(asked, nxdomain(BELOW, "TXT"), found("own." + BELOW, "TXT", KEY)));
    assertThat(asked).containsExactly(BELOW, "own." + BELOW);
    assertThat(keys.found()).extracting(Tried::selector).containsExactly("own");
  }

  @Test
  void guessesBelowAnAliasThatLeadsNowhereSinceItExists() {
    var asked = new ArrayList<String>();
    DkimKeys.look(
        "trust.nhs.uk",
        List.of(),
        List.of("s1"),
        recording(asked, nxdomain(BELOW, "TXT", "gone.supplier.test")));
    assertThat(asked).contains("s1." + BELOW);
  }

  @Test
  void leavesOutWhatOnlyAWildcardAnswers() {
    var keys =
        look(
            found("*." + BELOW, "TXT", KEY),
            found("s1." + BELOW, "TXT", KEY),
            found("s2." + BELOW, "TXT", OTHER));
    assertThat(keys.found()).extracting(Tried::selector).containsExactly("s2");
    assertThat(keys.tried().getFirst().byWildcard()).isTrue();
    assertThat(keys.tried().getLast().byWildcard()).isFalse();
  }

  @Test
  void saysOnceWhichKeyAWildcardGivesToEverySelector() {
    var keys =
        look(found("*." + BELOW, "TXT", "\"p=AA\""), found("s1." + BELOW, "TXT", "\"p=AA\""));
    assertThat(keys.found()).extracting(Tried::selector).containsExactly("*");
    assertThat(look(found("*." + BELOW, "TXT", "\"v=spf1 -all\"")).found()).isEmpty();
  }

  @Test
  void takesNoOtherTextForAKey() {
    var keys =
        look(
            found("s1." + BELOW, "TXT", "\"v=spf1 -all\"", "\"bogus\""),
            found("s2." + BELOW, "TXT", "\"v=spf1 -all\"", KEY));
    assertThat(keys.found()).extracting(Tried::selector).containsExactly("s2");
    assertThat(keys.found().getFirst().keys()).hasSize(1);
  }

  @Test
  void readsAKeyThatIsParted() {
    assertThat(look(found("s1." + BELOW, "TXT", "\"v=DK\" \"IM1; p\" \"=\"")).found()).hasSize(1);
  }

  @Test
  void saysWhoseTheKeyBehindAnAliasIs() {
    var keys =
        look(foundByAlias(List.of("a.test.", "S1.Supplier.TEST."), "s1." + BELOW, "TXT", KEY));
    assertThat(keys.tried().getFirst().alias()).hasValue("s1.supplier.test");
    assertThat(keys.tried().getLast().alias()).isEmpty();
  }

  @Test
  void cannotTellWhatCouldNotBeAsked() {
    assertThat(look(unasked("s2." + BELOW, "TXT")).obstacle()).isPresent();
    assertThat(look(unasked("s2." + BELOW, "TXT")).tried().getLast().obstacle()).isPresent();
    assertThat(look().obstacle()).isEmpty();
    var nothing =
        DkimKeys.look("trust.nhs.uk", List.of(), List.of("s1"), recording(new ArrayList<>()));
    assertThat(nothing.obstacle()).isPresent();
    assertThat(nothing.tried())
        .as("what may be there is hidden, too")
        .extracting(Tried::selector)
        .containsExactly("s1", "*");
    assertThat(nothing.answered()).isEmpty();
    assertThat(look(unasked("s2." + BELOW, "TXT")).answered()).containsExactly("s1", "*");
  }

  @Test
  void readsFromWhatWasKeptTheSameAsWhoeverAsked() {
    var kept = mail(foundByAlias(List.of("k.supplier.test"), "k1." + BELOW, "TXT", KEY));
    var read = DkimKeys.of(kept);
    assertThat(read.tried())
        .extracting(Tried::selector, Tried::registered)
        .containsExactlyInAnyOrder(
            tuple("trust2026", true), tuple("k1", false), tuple("selector1", false));
    assertThat(DkimKeys.look("trust.nhs.uk", kept.selectors(), List.of("k1", "selector1"), kept))
        .isEqualTo(read);
    assertThat(read.found().getFirst().keys().getFirst().key())
        .isInstanceOfSatisfying(Rsa.class, rsa -> assertThat(rsa.bits()).isEqualTo(2048));
  }

  @Test
  void aSelectorThatWasRegisteredSinceIsHidden() {
    var tried = DkimKeys.of(withSelectors(mail(), "newer")).tried();
    assertThat(tried.getFirst().selector()).isEqualTo("newer");
    assertThat(tried.getFirst().obstacle()).isPresent();
    assertThat(tried).extracting(Tried::registered).containsExactly(true, false, false);
  }

  private static DkimKeys look(Lookup... answers) {
    var all = new ArrayList<>(Arrays.asList(answers));
    for (var name : List.of(BELOW, "*." + BELOW, "s1." + BELOW, "s2." + BELOW)) {
      all.add(absent(name, "TXT"));
    }
    return DkimKeys.look(
        "trust.nhs.uk",
        List.of(),
        List.of("s1", "s2"),
        recording(new ArrayList<>(), all.toArray(Lookup[]::new)));
  }

  /// Gives the first answer that fits, and notes what was asked.
  private static Lookups recording(List<String> asked, Lookup... answers) {
    return (name, type) -> {
      asked.add(name);
      return Arrays.stream(answers)
          .filter(one -> one.name().equals(name) && one.type().equals(type))
          .findFirst()
          .orElseGet(() -> unasked(name, type));
    };
  }
}
