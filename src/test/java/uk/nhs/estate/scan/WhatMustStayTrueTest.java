package uk.nhs.estate.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.TestService;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.finding.Change;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.register.Claim;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Lifecycle;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Target;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.store.FindingChangeRow;
import uk.nhs.estate.store.FindingRow;
import uk.nhs.estate.store.Findings;
import uk.nhs.estate.store.Observations;
import uk.nhs.estate.store.Organisations;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.ScanRow;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.StandingRow;
import uk.nhs.estate.store.Standings;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.VerdictRow;

/// What must stay true of scans, one test for each sentence of it, on a real database.
class WhatMustStayTrueTest {
  private static final Instant DAY_0 = Instant.parse("2026-11-24T09:00:00Z");
  private static final String CAA = "0 issue \"ca.test\"";
  private static TestService service;

  @BeforeAll
  static void start() {
    service = TestService.start(Map.of());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  // 1. Observed or nothing.

  @Test
  void tenDaysWithoutALookResolveNothingAndMoveNoScoreAndShow() {
    var target = domain("outage.test");
    settle(target, 0, without("outage.test", "CAA"));
    var before = standing(target);

    for (int day = 1; day <= 10; day++) {
      settle(target, day, hidden(target.target(), day));
    }

    assertThat(open(target)).extracting(FindingRow::rule).containsExactly("dns.caa-missing");
    var after = standing(target);
    assertThat(after.points()).isEqualTo(before.points());
    assertThat(after.grade()).isEqualTo(before.grade());
    assertThat(after.checksSeen()).isEqualTo(before.checksSeen());
    assertThat(service.bean(Standings.class).scores(target.id(), Long.MAX_VALUE, 10)).hasSize(1);
    assertThat(after.lastSeenAt()).isEqualTo(DAY_0);
    assertThat(after.lastScannedAt()).isEqualTo(DAY_0.plus(Duration.ofDays(10)));
  }

  @Test
  void onlyAnObservedPassResolves() {
    var target = domain("mended.test");
    settle(target, 0, without("mended.test", "CAA"));
    var settled = settle(target, 1, sound("mended.test"));

    assertThat(settled.changes()).containsOnlyKeys(Change.RESOLVED);
    assertThat(all(target)).extracting(FindingRow::status).containsExactly("RESOLVED");
  }

  @Test
  void whatIsHiddenOpensNothing() {
    var target = domain("never-seen.test");
    settle(target, 0, hidden(target.target(), 0));

    assertThat(all(target)).isEmpty();
  }

  // 2. What does not apply withdraws, and does not resolve.

  @Test
  void aFindingOnANameThatIsGoneIsWithdrawnNotResolved() {
    var target = domain("gone.test");
    settleTwice(target, 0, without("gone.test", "DMARC"));
    settle(target, 2, gone("gone.test"));

    assertThat(all(target))
        .filteredOn(finding -> finding.rule().equals("mail.parked-dmarc-missing"))
        .extracting(FindingRow::status)
        .containsExactly("WITHDRAWN");
  }

  // 3. The score counts open findings, with the coverage beside it.

  @Test
  void aTargetThatNobodyHasSeenHasNoScore() {
    var target = domain("dark.test");
    settle(target, 0, hidden(target.target(), 0));

    assertThat(standing(target).points()).isNull();
    assertThat(standing(target).grade()).isNull();
    assertThat(standing(target).checksSeen()).isZero();
    assertThat(standing(target).checksAll()).isPositive();
  }

  @Test
  void aTargetThatGoesDarkKeepsTheScoreOfItsFindings() {
    var target = domain("goes-dark.test");
    settleTwice(target, 0, without("goes-dark.test", "DMARC"));
    int points = Objects.requireNonNull(standing(target).points());
    settleTwice(target, 2, hidden(target.target(), 2));

    assertThat(points).isLessThan(100);
    assertThat(standing(target).points()).isEqualTo(points);
  }

  // 4. A finding's key is never its evidence.

  @Test
  void newEvidenceIsTheSameFinding() {
    var target = domain("evidence.test");
    settleTwice(target, 0, withSpf("evidence.test", "v=spf1 +all"));
    var first = open(target, "mail.spf-allows-all");
    settle(target, 2, withSpf("evidence.test", "v=spf1 all"));
    var second = open(target, "mail.spf-allows-all");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.evidence()).isNotEqualTo(first.evidence());
    assertThat(second.openedAt()).isEqualTo(first.openedAt());
  }

  // 5. Facts keep the text as sent; what is parsed is derived.

  @Test
  void whatWasStoredIsWhatWasSentAndIsJudgedTheSame() {
    var target = domain("as-sent.test");
    var odd = withSpf("as-sent.test", "V=SPF1  +ALL \\000\\255 \\\"x");
    settle(target, 0, odd);

    var observations = service.bean(Observations.class);
    var read = observations.read(observations.last(target.id()).orElseThrow(), target.target());
    assertThat(read).isEqualTo(odd);
    assertThat(assessor().assess(read).judgements()).isEqualTo(assessor().assess(odd).judgements());
  }

  // 6. Checks that compare several sightings are unknown when one is hidden.

  @Test
  void aComparisonWithSomethingHiddenIsUnknown() {
    var target = site("www.half-hidden.test", "half-hidden.test");
    settleTwice(target, 0, siteWithoutTls(target.target()));

    assertThat(verdict(target, "whole.hsts-locks-visitors-out").outcome()).isEqualTo("UNKNOWN");
    assertThat(verdict(target, "http.hsts-missing").outcome()).isEqualTo("PASS");
  }

  // 7. Store on change.

  @Test
  void anUnchangedObservationOnlyMovesItsLastSeenTime() {
    var target = domain("unchanged.test");
    settle(target, 0, sound("unchanged.test"));
    settle(target, 1, withTtl(sound("unchanged.test"), 17));

    var page = service.bean(Observations.class).page("unchanged.test", null, Long.MAX_VALUE, 10);
    assertThat(page).hasSize(1);
    assertThat(page.getFirst().looks()).isEqualTo(2);
    assertThat(page.getFirst().firstSeenAt()).isEqualTo(DAY_0);
    assertThat(page.getFirst().lastSeenAt()).isEqualTo(DAY_0.plus(Duration.ofDays(1)));
  }

  @Test
  void aChangedObservationAddsARow() {
    var target = domain("changed.test");
    settle(target, 0, sound("changed.test"));
    settle(target, 1, without("changed.test", "CAA"));

    assertThat(service.bean(Observations.class).page("changed.test", null, Long.MAX_VALUE, 10))
        .hasSize(2);
  }

  @Test
  void aLargePartIsKeptOnce() throws SQLException {
    var one = site("www.part-one.test", "part-one.test");
    var two = site("www.part-two.test", "part-two.test");
    settle(one, 0, siteWithoutHttp(one.target()));
    settle(two, 0, siteWithoutHttp(two.target()));

    assertThat(count("select count(*) from part where hash = '" + CERTIFICATE.hash() + "'"))
        .isEqualTo(1);
    assertThat(
            count(
                "select count(*) from sighting where facts::text like '%"
                    + CERTIFICATE.hash()
                    + "%'"))
        .isEqualTo(2);
  }

  // 8. Nothing is deleted; as-at questions can be answered.

  @Test
  void theRegisterLetsNothingBeDeletedAndKeepsEveryState() {
    var register = service.bean(Register.class);
    var target = domain("kept.test");
    register.enter(organisation("Z9Q1A", "A first name"), "one");
    register.enter(organisation("Z9Q1A", "A second name"), "two");
    register.enter(
        new Claim(new OdsCode("Z9Q1A"), target.target(), Relation.HOLDER, "said so", null, null),
        "one");
    settle(target, 0, without("kept.test", "CAA"));
    register.change(target.target(), Lifecycle.RETIRED, ScanLevel.ORDINARY, "three");

    register.enter(organisation("Z9Q2A", "Claims nothing"), "one");
    domain("claimed-by-nobody.test");
    for (var rows :
        List.of(
            "organisation where code = 'Z9Q2A'",
            "target where name = 'claimed-by-nobody.test'",
            "claim where organisation = 'Z9Q1A'")) {
      assertThatThrownBy(() -> service.sql("delete from " + rows))
          .hasMessageContaining("Nothing is deleted");
    }
    assertThat(service.bean(Organisations.class).history("Z9Q1A", Long.MAX_VALUE, 10))
        .filteredOn(row -> row.after().contains("\"name\""))
        .extracting(row -> row.actor() + (row.after().contains("A first name") ? " 1" : " 2"))
        .containsExactly("two 2", "one 1");
    assertThat(open(target)).hasSize(1);
  }

  // 9. What came from outside is hostile: bounded, cut, kept.

  @Test
  void hostileTextIsCutAndKept() {
    var target = domain("hostile.test");
    var text = "v=spf1 +all \\000\\027[31m" + "x".repeat(5000);
    settleTwice(target, 0, withSpf("hostile.test", text));

    var finding = open(target, "mail.spf-syntax-invalid");
    assertThat(finding.evidence().length()).isLessThanOrEqualTo(2000);
    assertThat(finding.evidence()).doesNotContain("\0");
  }

  // 10. The network failed: a value. We failed: an exception, and nothing half-written.

  @Test
  void aFaultOfOursFailsTheScanAndWritesNothingByHalves() throws SQLException {
    var target = domain("our-fault.test");
    service.sql(
        "create function refuse() returns trigger language plpgsql as"
            + " $$ begin raise exception 'the disk is full'; end $$",
        "create trigger refuse before insert on standing for each row when (new.target_id = "
            + target.id()
            + ") execute function refuse()");

    var runner = service.bean(ScanRunner.class);
    assertThatThrownBy(() -> runner.run(target.id(), "a worker"))
        .hasMessageContaining("the disk is full");

    var scan = service.bean(Scans.class).page("our-fault.test", null, null, null, null, 1);
    assertThat(scan.getFirst().state()).isEqualTo("FAILED");
    assertThat(scan.getFirst().error()).contains("the disk is full");
    assertThat(count("select count(*) from observation where target_id = " + target.id())).isZero();
    assertThat(count("select count(*) from verdicts where target_id = " + target.id())).isZero();
  }

  // 11. A new Urgent, or what could not be asked, is asked again before it is shown as such.

  @Test
  void aNewUrgentFaultIsNotShownNorCountedNorAnnouncedAfterOneLook() throws SQLException {
    var target = domain("once.test");
    settle(target, 0, sound("once.test"));
    var settled = settle(target, 1, without("once.test", "DMARC"));

    assertThat(settled.changes()).containsOnlyKeys(Change.SUSPECTED);
    assertThat(settled.again()).isEqualTo(new Settlement.Again(0, 1));
    assertThat(open(target)).isEmpty();
    assertThat(openPage("once.test")).isEmpty();
    assertThat(standing(target).points()).isEqualTo(100);
    assertThat(standing(target).urgent()).isZero();
    assertThat(standing(target).ledger()).isEqualTo("[]");
    assertThat(announced(target)).isZero();
    var kept = all(target).getFirst();
    assertThat(kept.status()).isEqualTo("SUSPECTED");
    assertThat(kept.openedAt()).isEqualTo(DAY_0.plus(Duration.ofDays(1)));
    assertThat(service.bean(Scans.class).begin(UUID.randomUUID(), target.id(), "one", DAY_0))
        .extracting(ScanRow::reason)
        .isEqualTo("RETRY");
  }

  @Test
  void aSecondLookOpensItAndItCountsAndIsAnnounced() throws SQLException {
    var target = domain("twice.test");
    settle(target, 0, without("twice.test", "DMARC"));
    var settled = settle(target, 1, without("twice.test", "DMARC"));

    assertThat(settled.changes()).containsOnlyKeys(Change.OPENED);
    assertThat(settled.again()).isEqualTo(Settlement.Again.NOTHING);
    assertThat(openPage("twice.test"))
        .extracting(FindingRow::rule)
        .containsExactly("mail.parked-dmarc-missing");
    assertThat(open(target).getFirst().openedAt()).isEqualTo(DAY_0);
    assertThat(standing(target).points()).isLessThan(100);
    assertThat(standing(target).urgent()).isEqualTo(1);
    assertThat(announced(target)).isEqualTo(1);
  }

  @Test
  void aSecondLookThatComesTooSoonIsNone() {
    var target = domain("too-soon.test");
    settle(target, Duration.ZERO, without("too-soon.test", "DMARC"));
    var settled = settle(target, Duration.ofSeconds(59), without("too-soon.test", "DMARC"));

    assertThat(settled.changes()).isEmpty();
    assertThat(settled.again()).isEqualTo(new Settlement.Again(0, 2));
    assertThat(open(target)).isEmpty();
  }

  @Test
  void aSuspicionThatASecondLookDoesNotSeeIsDroppedSilentlyAndKept() throws SQLException {
    var target = domain("dropped.test");
    settle(target, 0, without("dropped.test", "DMARC"));
    var settled = settle(target, 1, sound("dropped.test"));

    assertThat(settled.changes()).containsOnlyKeys(Change.DROPPED);
    assertThat(announced(target)).isZero();
    assertThat(standing(target).points()).isEqualTo(100);
    var kept = all(target).getFirst();
    assertThat(kept.status()).isEqualTo("DROPPED");
    assertThat(kept.opened()).isZero();
    assertThat(history(kept)).containsExactly("DROPPED", "SUSPECTED");
  }

  @Test
  void anOutageBetweenTheTwoLooksLeavesItSuspected() throws SQLException {
    var target = domain("between.test");
    settle(target, 0, without("between.test", "DMARC"));
    for (int day = 1; day <= 10; day++) {
      settle(target, day, hidden(target.target(), day));
    }

    assertThat(all(target)).extracting(FindingRow::status).containsExactly("SUSPECTED");
    assertThat(standing(target).points()).isEqualTo(100);
    assertThat(announced(target)).isZero();
    settle(target, 11, without("between.test", "DMARC"));
    assertThat(open(target)).extracting(FindingRow::openedAt).containsExactly(DAY_0);
  }

  @Test
  void everythingThatHappenedToAFindingIsKept() throws SQLException {
    var target = domain("history.test");
    settleTwice(target, 0, without("history.test", "DMARC"));
    settle(target, 2, sound("history.test"));
    settle(target, 3, without("history.test", "DMARC"));
    settle(target, 4, sound("history.test"));
    settleTwice(target, 5, without("history.test", "DMARC"));

    var kept = open(target).getFirst();
    assertThat(history(kept))
        .containsExactly(
            "REOPENED", "SUSPECTED", "DROPPED", "SUSPECTED", "RESOLVED", "OPENED", "SUSPECTED");
    assertThat(kept.reopened()).isEqualTo(1);
    assertThat(announced(target)).isEqualTo(3);
  }

  @Test
  void aCheckThatCouldNotBeMadeOnceKeepsItsLastVerdictAndTwiceShows() {
    var target = domain("silent.test");
    settle(target, 0, sound("silent.test"));
    var before = verdict(target, "mail.parked-dmarc-missing");
    var once = settle(target, 1, hidden(target.target(), 1));
    var kept = verdict(target, "mail.parked-dmarc-missing");
    settle(target, 2, hidden(target.target(), 2));
    var twice = verdict(target, "mail.parked-dmarc-missing");

    assertThat(once.again().obstructed()).isEqualTo(1);
    assertThat(kept.outcome()).isEqualTo("PASS");
    assertThat(kept.judgedAt()).isEqualTo(before.judgedAt());
    assertThat(twice.outcome()).isEqualTo("UNKNOWN");
    assertThat(twice.observedAt()).isEqualTo(DAY_0);
    assertThat(twice.unknownSince()).isEqualTo(DAY_0.plus(Duration.ofDays(1)));
    assertThat(standing(target).hiddenSince()).isEqualTo(DAY_0.plus(Duration.ofDays(1)));
  }

  @Test
  void whatIsHiddenInsideAnObservationIsAskedAgainToo() {
    var target = domain("partly-silent.test");
    settle(target, 0, sound("partly-silent.test"));
    var settled = settle(target, 1, withoutAnAnswerForDmarc("partly-silent.test"));

    assertThat(settled.outcome()).isEqualTo(Settlement.Outcome.SEEN);
    assertThat(settled.again().obstructed()).isEqualTo(1);
    assertThat(verdict(target, "mail.parked-dmarc-missing").outcome()).isEqualTo("PASS");
    assertThat(standing(target).hiddenSince()).isNull();
  }

  @Test
  void whatStaysHiddenDoesNotKeepAnotherObstacleFromBeingAskedAboutAgain() {
    var target = domain("always-partly-silent.test");
    int day = 0;
    for (; day < 10; day++) {
      settle(target, day, withoutAnAnswerForDmarc("always-partly-silent.test"));
    }
    assertThat(standing(target).obstructed()).isGreaterThan(3);

    assertThat(settle(target, day, hidden(target.target(), day)).again().obstructed()).isEqualTo(1);
    assertThat(settle(target, day + 1, hidden(target.target(), day + 1)).again().obstructed())
        .isEqualTo(2);
  }

  // What the tests are made of.

  private static final Part CERTIFICATE = new Part(new byte[] {1, 2, 3});

  private static TargetRow domain(String name) {
    return service.bean(Register.class).enter(new Domain(new DomainName(name)), "a test");
  }

  private static TargetRow site(String host, String domain) {
    return service
        .bean(Register.class)
        .enter(new Site(new DomainName(host), new DomainName(domain)), "a test");
  }

  private static Organisation organisation(String code, String name) {
    return new Organisation(
        new OdsCode(code),
        name,
        OrganisationType.TRUST,
        OrganisationStatus.ACTIVE,
        LocalDate.of(2020, 4, 1),
        null,
        List.of(),
        null,
        null);
  }

  private static Assessor assessor() {
    var rules = service.bean(Rules.class);
    return new Assessor(rules.checks(rules.policy()));
  }

  /// Looks on two days, since what is urgent or hidden is shown after two looks.
  private static void settleTwice(TargetRow target, int day, Observation observation) {
    settle(target, day, observation);
    settle(target, day + 1, observation);
  }

  private static Settlement.Settled settle(TargetRow target, int day, Observation observation) {
    return settle(target, Duration.ofDays(day), observation);
  }

  private static Settlement.Settled settle(
      TargetRow target, Duration later, Observation observation) {
    var scans = service.bean(Scans.class);
    var moved = at(observation, later);
    var scan = scans.begin(UUID.randomUUID(), target.id(), "a test", moved.seenAt());
    return service
        .bean(Settlement.class)
        .settle(target, scan, assessor().assess(moved), service.bean(Rules.class).policy())
        .orElseThrow();
  }

  private static List<FindingRow> all(TargetRow target) {
    return service.bean(Findings.class).ofTarget(target.id());
  }

  private static List<FindingRow> open(TargetRow target) {
    return all(target).stream().filter(finding -> finding.status().equals("OPEN")).toList();
  }

  private static FindingRow open(TargetRow target, String rule) {
    return open(target).stream().filter(one -> one.rule().equals(rule)).findFirst().orElseThrow();
  }

  private static List<FindingRow> openPage(String name) {
    return service.bean(Findings.class).page("OPEN", null, null, null, name, null, -1, 0, 10);
  }

  private static List<String> history(FindingRow finding) {
    return service.bean(Findings.class).changes(finding.id(), Long.MAX_VALUE, 10).stream()
        .map(FindingChangeRow::change)
        .toList();
  }

  private static long announced(TargetRow target) throws SQLException {
    return count("select count(*) from outbox where target_id = " + target.id());
  }

  private static StandingRow standing(TargetRow target) {
    return service.bean(Standings.class).find(target.id()).orElseThrow();
  }

  private static VerdictRow verdict(TargetRow target, String rule) {
    return service.bean(Standings.class).verdicts(target.id()).stream()
        .filter(verdict -> verdict.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static long count(String sql) throws SQLException {
    try (var connection = service.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Observation hidden(Target target, int day) {
    return new Observation(
        target,
        DAY_0.plus(Duration.ofDays(day)),
        Arrays.stream(Topic.values())
            .filter(topic -> topic.target() == target.kind())
            .<Sighting>map(
                topic ->
                    new Sighting.Unseen(topic, new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT)))
            .toList());
  }

  private static Observation sound(String name) {
    return domain(
        name,
        found(name, "CAA", CAA),
        found(name, "TXT", "\"v=spf1 -all\""),
        found("_dmarc." + name, "TXT", "\"v=DMARC1; p=reject\""));
  }

  private static Observation without(String name, String what) {
    return domain(
        name,
        what.equals("CAA") ? absent(name, "CAA", Absence.NODATA) : found(name, "CAA", CAA),
        found(name, "TXT", "\"v=spf1 -all\""),
        what.equals("DMARC")
            ? absent("_dmarc." + name, "TXT", Absence.NXDOMAIN)
            : found("_dmarc." + name, "TXT", "\"v=DMARC1; p=reject\""));
  }

  private static Observation withoutAnAnswerForDmarc(String name) {
    return domain(
        name,
        found(name, "CAA", CAA),
        found(name, "TXT", "\"v=spf1 -all\""),
        new Lookup(
            "_dmarc." + name,
            "TXT",
            new Lookup.Unasked(new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT))));
  }

  private static Observation withSpf(String name, String spf) {
    return domain(
        name,
        found(name, "CAA", CAA),
        found(name, "TXT", "\"" + spf + "\""),
        found("_dmarc." + name, "TXT", "\"v=DMARC1; p=reject\""));
  }

  private static Observation domain(String name, Lookup caa, Lookup txt, Lookup dmarc) {
    var dns = SoundDomain.named(name, caa);
    var mail =
        new MailFacts(
            DAY_0,
            found(name, "MX", "0 ."),
            txt,
            dmarc,
            List.of(
                absent(name, "SPF", Absence.NODATA),
                absent("_domainkey." + name, "TXT", Absence.NXDOMAIN),
                absent("default._bimi." + name, "TXT", Absence.NXDOMAIN),
                absent("_dmarc.test", "TXT", Absence.NXDOMAIN)),
            List.of(),
            null,
            List.of());
    return new Observation(
        new Domain(new DomainName(name)),
        DAY_0,
        List.of(
            new Sighting.Seen(Topic.DNS, dns),
            new Sighting.Seen(Topic.MAIL, mail),
            new Sighting.Seen(Topic.REGISTRATION, SoundDomain.reserved(name))));
  }

  private static Observation gone(String name) {
    var nx = Absence.NXDOMAIN;
    var dns =
        SoundDomain.resolved(
            DAY_0,
            absent(name, "SOA", nx),
            absent(name, "NS", nx),
            List.of(),
            absent(name, "CAA", nx));
    var mail =
        new MailFacts(
            DAY_0,
            absent(name, "MX", nx),
            absent(name, "TXT", nx),
            absent("_dmarc." + name, "TXT", nx));
    return new Observation(
        new Domain(new DomainName(name)),
        DAY_0,
        List.of(
            new Sighting.Seen(Topic.DNS, dns),
            new Sighting.Seen(Topic.MAIL, mail),
            new Sighting.Seen(Topic.REGISTRATION, SoundDomain.reserved(name))));
  }

  private static Observation siteWithoutTls(Target target) {
    var name = target.name().ascii();
    var url = "https://" + name + "/";
    var hop =
        new Hop(
            url,
            new Endpoint("192.0.2.1", 443),
            200,
            List.of(new Hop.Field("Strict-Transport-Security", "max-age=31536000")),
            5);
    var answered = new Visit(url, List.of(hop), new Visit.Answered(), null);
    return new Observation(
        target,
        DAY_0,
        List.of(
            addresses(name),
            new Sighting.Unseen(Topic.TLS, new Obstacle(Obstacle.Kind.TIMED_OUT)),
            new Sighting.Seen(
                Topic.HTTP, new HttpFacts(DAY_0, name, answered, answered, answered))));
  }

  private static Observation siteWithoutHttp(Target target) {
    var name = target.name().ascii();
    var completed =
        new TlsFacts.Completed("TLSv1.3", "TLS_AES_128_GCM_SHA256", null, List.of(CERTIFICATE));
    return new Observation(
        target,
        DAY_0,
        List.of(
            addresses(name),
            new Sighting.Seen(
                Topic.TLS, new TlsFacts(DAY_0, new Endpoint("192.0.2.1", 443), name, completed)),
            new Sighting.Unseen(Topic.HTTP, new Obstacle(Obstacle.Kind.TIMED_OUT))));
  }

  private static Sighting addresses(String name) {
    return new Sighting.Seen(
        Topic.ADDRESS,
        new AddressFacts(
            DAY_0, found(name, "A", "192.0.2.1"), absent(name, "AAAA", Absence.NODATA)));
  }

  private static Lookup found(String name, String type, String... data) {
    return new Lookup(
        name,
        type,
        new Lookup.Found(
            List.of(),
            Arrays.stream(data)
                .map(rdata -> new ResourceRecord(name, 3600, type, rdata))
                .toList()));
  }

  private static Lookup absent(String name, String type, Absence absence) {
    return new Lookup(name, type, new Lookup.Absent(absence, List.of()));
  }

  /// The same, looked at later.
  private static Observation at(Observation observation, Duration later) {
    var when = DAY_0.plus(later);
    return new Observation(
        observation.target(),
        when,
        observation.sightings().stream()
            .map(
                sighting ->
                    sighting instanceof Sighting.Seen(var topic, var facts)
                        ? new Sighting.Seen(topic, facts.seenAt(when))
                        : sighting)
            .toList());
  }

  /// The same from a cache that has counted down.
  private static Observation withTtl(Observation observation, long ttl) {
    return new Observation(
        observation.target(),
        observation.seenAt(),
        observation.sightings().stream()
            .map(
                sighting ->
                    sighting instanceof Sighting.Seen(var topic, MailFacts mail)
                        ? new Sighting.Seen(
                            topic,
                            new MailFacts(
                                mail.seenAt(),
                                withTtl(mail.mx(), ttl),
                                withTtl(mail.txt(), ttl),
                                mail.dmarc(),
                                mail.lookups(),
                                mail.selectors(),
                                mail.policy(),
                                mail.servers()))
                        : sighting)
            .toList());
  }

  private static Lookup withTtl(Lookup lookup, long ttl) {
    var found = (Lookup.Found) lookup.answer();
    return new Lookup(
        lookup.name(),
        lookup.type(),
        new Lookup.Found(
            found.aliases(),
            found.records().stream()
                .map(r -> new ResourceRecord(r.name(), ttl, r.type(), r.data()))
                .toList()));
  }
}
