package uk.nhs.estate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.NamePattern;
import uk.nhs.estate.register.Supplier;
import uk.nhs.estate.register.Suppliers;
import uk.nhs.estate.report.DmarcReport.Disposition;
import uk.nhs.estate.report.Enforcement.Reported;
import uk.nhs.estate.report.Enforcement.Verdict;

class EnforcementTest {
  private static final DomainName DOMAIN = new DomainName("trust.nhs.uk");
  private static final LocalDate LAST = LocalDate.of(2026, 11, 24);
  private static final Suppliers SUPPLIERS =
      new Suppliers(
          List.of(
              new Supplier(
                  "Mass Mailer",
                  false,
                  Map.of(Supplier.Service.MAIL, List.of(new NamePattern("massmailer.example"))))));

  private static final MailSource GOOD = source("192.0.2.1", 40_000, 40_000, 0, true);
  private static final MailSource FORGER = source("203.0.113.9", 500, 0, 0, false, "bad.example");

  @Test
  void aSourceThatHasPassedIsTheDomainsOwn() {
    assertThat(kind(source("192.0.2.1", 5, 0, 0, true))).isEqualTo(new SourceKind.Own());
  }

  @Test
  void aSourceThatWasAuthenticatedForTheDomainIsItsOwnThoughNothingWasAligned() {
    assertThat(kind(source("192.0.2.1", 5, 0, 0, false, "bounce.trust.nhs.uk")))
        .isEqualTo(new SourceKind.Own());
    assertThat(kind(source("192.0.2.1", 5, 0, 0, false, "nottrust.nhs.uk")))
        .isEqualTo(new SourceKind.Unknown());
  }

  @Test
  void aKnownSuppliersSourceMayBeTheDomainsOwn() {
    assertThat(kind(source("192.0.2.1", 5, 0, 0, false, "a.example", "eu.massmailer.example")))
        .isEqualTo(new SourceKind.OfSupplier("Mass Mailer"));
  }

  @Test
  void aSourcePassesOnWhenReceiversSaySoOfAllThatFails() {
    assertThat(kind(source("192.0.2.1", 5, 0, 5, false))).isEqualTo(new SourceKind.PassesOn());
    assertThat(kind(source("192.0.2.1", 5, 0, 4, false))).isEqualTo(new SourceKind.Unknown());
  }

  @Test
  void unknownSourcesAreNoReasonToWait() {
    var judged = judge(Disposition.NONE, GOOD, FORGER);
    assertThat(judged.verdict()).isEqualTo(Verdict.HARMLESS);
    assertThat(judged.unknown()).isEqualTo(500);
    assertThat(judged.words())
        .isEqualTo(
            "Moving to quarantine or reject would hit no mail that is known to be real: all of"
                + " 40,000 messages passed. 500 messages from 1 source that nothing ties to it"
                + " failed, too: most likely forged.");
  }

  @Test
  void realMailThatFailsIsToldWithItsShare() {
    var judged =
        judge(
            Disposition.QUARANTINE,
            GOOD,
            source("192.0.2.2", 1_000, 200, 0, true),
            source("192.0.2.3", 1_000, 0, 0, false, "massmailer.example"));
    assertThat(judged.verdict()).isEqualTo(Verdict.HITS_REAL_MAIL);
    assertThat(judged.atRisk()).isEqualTo(1_800);
    assertThat(judged.words())
        .isEqualTo(
            "Moving from quarantine to reject would hit real mail: 1,800 of 42,000 messages (4.3%)"
                + " failed from 2 sources that are its own, or may be.");
  }

  @Test
  void oneInAThousandIsTheMostThatIsTolerated() {
    var few = judge(Disposition.NONE, GOOD, source("192.0.2.2", 40, 0, 0, true));
    assertThat(few.verdict()).isEqualTo(Verdict.HARMLESS);
    assertThat(few.words())
        .contains("next to none of the real mail: 40 of 40,040 messages (less than 0.1%)");
    var more = judge(Disposition.NONE, GOOD, source("192.0.2.2", 41, 0, 0, true));
    assertThat(more.verdict()).isEqualTo(Verdict.HITS_REAL_MAIL);
    assertThat(more.words()).contains("41 of 40,041 messages (0.1%)");
  }

  @Test
  void whatForwardersAndListsBreakIsToldApart() {
    var judged = judge(Disposition.REJECT, GOOD, source("192.0.2.2", 900, 0, 900, true));
    assertThat(judged.verdict()).isEqualTo(Verdict.HARMLESS);
    assertThat(judged.words())
        .startsWith("The policy is reject already, and it hits no mail")
        .contains("900 messages failed on the way through forwarders or mailing lists");
  }

  @Test
  void aDomainThatSendsNothingHasOnlyForgedMail() {
    var judged = judge(Disposition.NONE, FORGER);
    assertThat(judged.verdict()).isEqualTo(Verdict.HARMLESS);
    assertThat(judged.words())
        .contains("would hit no mail that is known to be real: none was seen.");
  }

  @Test
  void withoutEnoughReportsThereIsNoJudgement() {
    assertThat(judge(new Reported(null, null, 0, 0, 0, 0, null)).words())
        .isEqualTo("There are not enough reports to tell: none are about the last 30 days.");
    assertThat(tooEarly(LAST.minusDays(12), 2)).contains("they cover 13 days, and it takes 14.");
    assertThat(tooEarly(LAST, 2)).contains("they cover 1 day, and");
    assertThat(tooEarly(LAST.minusDays(13), 1)).contains("from 1 reporter, and it takes 2.");
    assertThat(judge(reported(LAST.minusDays(13), 2, null, GOOD), GOOD).verdict())
        .isEqualTo(Verdict.HARMLESS);
  }

  @Test
  void messagesOfSourcesThatAreNotListedAreTold() {
    var reported = new Reported(LAST.minusDays(29), LAST, 60, 5, 40_100, 40_000, null);
    var judged = judge(reported, GOOD);
    assertThat(judged.notTold()).isEqualTo(100);
    assertThat(judged.words()).contains("100 messages failed from sources too small to be listed.");
  }

  @Property
  void everyMessageIsToldOnce(
      @ForAll @Size(max = 10) List<@LongRange(min = 0, max = 50_000_000_000L) Long> counts,
      @ForAll int seed) {
    var random = new Random(seed);
    var sources =
        counts.stream()
            .map(
                count -> {
                  long passed = random.nextLong(count + 1);
                  long passedOn = random.nextLong(count - passed + 1);
                  return source("192.0.2.1", count, passed, passedOn, random.nextBoolean());
                })
            .toArray(MailSource[]::new);
    var judged = judge(Disposition.NONE, sources);
    assertThat(
            judged.passed()
                + judged.atRisk()
                + judged.passedOn()
                + judged.unknown()
                + judged.notTold())
        .isEqualTo(judged.messages());
    assertThat(judged.notTold()).isZero();
    assertThat(judged.words()).endsWith(".");
  }

  private static String tooEarly(LocalDate first, long reporters) {
    var judged = judge(reported(first, reporters, null, GOOD), GOOD);
    assertThat(judged.verdict()).isEqualTo(Verdict.TOO_EARLY);
    return judged.words();
  }

  private static SourceKind kind(MailSource source) {
    return SourceKind.of(source, DOMAIN, SUPPLIERS);
  }

  /// The judgement of sources of which there are reports enough.
  private static Enforcement judge(@Nullable Disposition policy, MailSource... sources) {
    return judge(reported(LAST.minusDays(29), 2, policy, sources), sources);
  }

  private static Enforcement judge(Reported reported, MailSource... sources) {
    return Enforcement.judge(DOMAIN, reported, List.of(sources), SUPPLIERS);
  }

  private static Reported reported(
      LocalDate first, long reporters, @Nullable Disposition policy, MailSource... sources) {
    return new Reported(
        first,
        LAST,
        30,
        reporters,
        Arrays.stream(sources).mapToLong(MailSource::messages).sum(),
        Arrays.stream(sources).mapToLong(MailSource::passed).sum(),
        policy);
  }

  private static MailSource source(
      String address,
      long messages,
      long passed,
      long passedOn,
      boolean hasPassed,
      String... authenticated) {
    return new MailSource(address, messages, passed, passedOn, hasPassed, List.of(authenticated));
  }
}
