package uk.nhs.estate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.estate.GeneratedFile;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.sample.Observations;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.settings.ScannerConfig;

class CatalogueTest {

  /// Ids of checks that are no more. An id means one thing for ever, since findings keep it: add it
  /// here when its check goes.
  private static final Set<String> RETIRED = Set.of();

  private static final ScannerConfig CONFIG = ScannerConfig.read(null);
  private static final List<Policy> POLICIES = CONFIG.policies();
  private static final List<Check> CHECKS =
      Catalogue.checks(
          POLICIES.getLast(), CONFIG.lists().known(SoundSite.ANCHORS).with(SoundSite.ISSUERS));

  private static Stream<Check> checks() {
    return CHECKS.stream();
  }

  @Test
  void listsEveryCheckThereIs() {
    var written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("uk.nhs.estate.check")
                .stream()
                .filter(type -> type.isAssignableTo(Check.class) && !type.isInterface())
                .map(type -> type.getName())
                .collect(Collectors.toSet());
    assertThat(CHECKS.stream().map(check -> check.getClass().getName()))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void namesTheClassLikeTheId(Check check) {
    var id = check.rule().id();
    var words = id.substring(id.indexOf('.') + 1).split("-");
    assertThat(check.getClass().getSimpleName())
        .isEqualTo(
            Arrays.stream(words)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining()));
    assertThat(check.getClass().getPackageName())
        .isEqualTo("uk.nhs.estate.check." + check.rule().topic());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void hasATestForEveryCheck(Check check) throws ClassNotFoundException {
    assertThat(CheckTest.class)
        .isAssignableFrom(Class.forName(check.getClass().getName() + "Test"));
  }

  @Test
  void usesNoIdTwiceAndNoneAgain() {
    assertThat(Catalogue.rules()).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(Catalogue.rules()).noneMatch(rule -> RETIRED.contains(rule.id()));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void saysWhatIsWrongWhyItMattersAndWhatToDo(Check check) {
    var rule = check.rule();
    assertThat(rule.title()).doesNotEndWith(".").hasSizeBetween(10, 80);
    assertThat(Stream.of(rule.why(), rule.fix()))
        .allSatisfy(text -> assertThat(text).endsWith(".").hasSizeBetween(40, 400));
    assertThat(rule.command()).contains("{name}");
    assertThat(rule.commandFor("x.test")).doesNotContain("{").contains("x.test");
    assertThat(rule.standards())
        .allSatisfy(standard -> assertThat(standard.link()).startsWith("https://"));
    assertThat(Stream.of(rule.title(), rule.why(), rule.fix(), rule.command()))
        .allSatisfy(text -> assertThat(text).doesNotContain("\n"));
  }

  @Test
  void neverPassesNorFailsWhatIsHidden() {
    assertThat(
            judge(
                Observations.ofNothing(SoundDomain.DOMAIN), Observations.ofNothing(SoundSite.SITE)))
        .hasSameSizeAs(CHECKS)
        .allSatisfy(
            judgement -> assertThat(judgement.verdict()).isInstanceOf(Verdict.Unknown.class));
  }

  @Test
  void passesWhatIsSound() {
    var inUse = judge(SoundDomain.observation(), SoundSite.observation());
    assertThat(inUse).hasSameSizeAs(CHECKS);
    assertThat(
            Stream.concat(
                inUse.stream().filter(judgement -> !isForParked(judgement)),
                judge(SoundDomain.observation(SoundDomain.parked())).stream()
                    .filter(CatalogueTest::isForParked)))
        .hasSameSizeAs(CHECKS)
        .allSatisfy(judgement -> assertThat(judgement.verdict()).isEqualTo(new Verdict.Pass()));
  }

  @Test
  void findsNothingAtAParkedDomainThatSaysSo() {
    assertThat(judge(SoundDomain.observation(SoundDomain.parked())))
        .allSatisfy(
            judgement -> assertThat(judgement.verdict()).isNotInstanceOf(Verdict.Fail.class));
  }

  /// Whether a rule is about domains that are not used for mail.
  private static boolean isForParked(Judgement judgement) {
    return judgement.rule().id().startsWith("mail.parked-");
  }

  @Test
  void leavesOutWhatAPolicyTurnsOff() {
    var policy = POLICIES.getLast();
    var without =
        new Policy(
            policy.version(),
            policy.effective(),
            policy.costs(),
            policy.costOf(),
            Set.of("dns.caa-missing"),
            policy.leastCoverage(),
            policy.grades(),
            policy.thresholds());
    assertThat(Catalogue.checks(without, CONFIG.lists().known(Set.of())))
        .hasSize(CHECKS.size() - 1)
        .noneMatch(check -> check.rule().id().equals("dns.caa-missing"));
    assertThat(Catalogue.rule("dns.caa-missing")).isPresent();
    assertThat(Catalogue.rule("dns.no-such-rule")).isEmpty();
  }

  @Test
  void knowsEveryIdThatAPolicyNames() {
    var ids = Catalogue.rules().stream().map(Rule::id).toList();
    for (var policy : POLICIES) {
      var named = new HashSet<>(policy.off());
      named.addAll(policy.costOf().keySet());
      named.removeAll(RETIRED);
      assertThat(ids).as(policy.version()).containsAll(named);
    }
  }

  @Test
  void isWrittenDownInTheDocumentation() {
    GeneratedFile.at("docs/checks.md").matches(ChecksPage.of(Catalogue.rules()));
  }

  private static List<Judgement> judge(Observation... observations) {
    var assessor = new Assessor(CHECKS);
    return Stream.of(observations)
        .map(assessor::assess)
        .peek(assessment -> assertThat(assessment.broken()).isEmpty())
        .flatMap(assessment -> assessment.judgements().stream())
        .toList();
  }
}
