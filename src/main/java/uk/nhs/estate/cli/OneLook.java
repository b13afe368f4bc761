package uk.nhs.estate.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.probe.Look;
import uk.nhs.estate.profile.ObservatoryOf;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.settings.TrustStore;

/// What a command works with that looks without a database: the settings, the checks of today's
/// policy, and a scanner.
final class OneLook implements AutoCloseable {
  private final ScannerConfig settings;
  private final Policy policy;
  private final Look look;
  private final Assessor assessor;

  /// @param topics what is looked at: only checks that need nothing else are made
  OneLook(ConfigOption config, WorldOption world, Set<Topic> topics) {
    var clock = InstantSource.system();
    this.settings = config.read();
    this.policy = settings.policy(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    var lists = settings.lists();
    var trusted = TrustStore.read(settings.scanner().trustStore());
    this.assessor =
        new Assessor(
            Catalogue.checks(policy, lists.known(trusted)).stream()
                .filter(check -> topics.containsAll(check.needs()))
                .toList());
    this.look =
        new Look(
            world.in(settings.scanner()),
            lists.services(),
            lists.registries(),
            lists.selectors(),
            trusted,
            clock);
  }

  Look look() {
    return look;
  }

  /// The checks that are made.
  List<Check> checks() {
    return assessor.checks();
  }

  /// What an observation means.
  ScanReport report(Observation seen) {
    return ScanReport.of(assessor.assess(seen), policy, settings.lists().suppliers());
  }

  /// What a look at the web of a site means, without what one handshake cannot tell of its TLS.
  WebReport ofWeb(Observation seen) {
    var all = assessor.assess(seen);
    var ofTlsAlone =
        checks().stream()
            .filter(check -> check.needs().equals(Set.of(Topic.TLS)))
            .map(check -> check.rule().id())
            .collect(Collectors.toSet());
    var told =
        all.judgements().stream()
            .filter(
                judgement ->
                    !(judgement.verdict() instanceof Verdict.Unknown)
                        || !ofTlsAlone.contains(judgement.rule().id()))
            .toList();
    return WebReport.of(
        ScanReport.of(
            new Assessment(seen, told, all.broken()), policy, settings.lists().suppliers()),
        ObservatoryOf.site(all, settings.lists().preloaded()).orElse(null));
  }

  @Override
  public void close() {
    look.close();
  }
}
