package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.cli.ScanReport.Found;
import uk.nhs.estate.cli.ScanReport.Judged;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Effort;
import uk.nhs.estate.observation.posture.Block;
import uk.nhs.estate.observation.posture.TlsWords;
import uk.nhs.estate.profile.BesideOthers;
import uk.nhs.estate.profile.Hsts;
import uk.nhs.estate.profile.Profiles;
import uk.nhs.estate.profile.Standing;
import uk.nhs.estate.profile.TlsGrade;
import uk.nhs.estate.profile.TlsProfile;

/// What one look at TLS found, for people and for programs.
final class TlsReport {
  private final TlsTarget target;
  private final String serverName;
  private final TlsOrder.@Nullable Starttls starttls;
  private final Sighting sighting;
  private final TlsJudges judges;
  private final @Nullable BesideOthers besideOthers;
  private final List<Found> findings = new ArrayList<>();
  private final List<Judged> positive = new ArrayList<>();
  private final List<Judged> notApplicable = new ArrayList<>();
  private final List<Judged> couldNotCheck = new ArrayList<>();

  TlsReport(
      TlsTarget target,
      String serverName,
      TlsOrder.@Nullable Starttls starttls,
      Sighting sighting,
      TlsJudges judges,
      List<TlsProfile> profiles) {
    this.target = target;
    this.serverName = serverName;
    this.starttls = starttls;
    this.sighting = sighting;
    this.judges = judges;
    if (sighting instanceof Sighting.Seen(_, TlsFacts facts)) {
      var judgements = judges.of(facts);
      judgements.forEach(this::sort);
      findings.sort(Comparator.comparing(Found::severity));
      var verdicts = new HashMap<String, Verdict>();
      judgements.forEach(one -> verdicts.put(one.rule().id(), one.verdict()));
      this.besideOthers = BesideOthers.of(facts, profiles, verdicts, new Hsts.Unknown());
    } else {
      this.besideOthers = null;
    }
  }

  private void sort(Judgement judgement) {
    var rule = judgement.rule();
    switch (judgement.verdict()) {
      case Verdict.Fail(var faults, _) ->
          faults.forEach(
              fault ->
                  findings.add(Found.of(rule, fault.subject(), fault.evidence(), command(rule))));
      case Verdict.Pass _ -> positive.add(new Judged(rule.id(), rule.title(), ""));
      case Verdict.NotApplicable(var reason) ->
          notApplicable.add(new Judged(rule.id(), rule.title(), reason));
      case Verdict.Unknown(var reason, _) ->
          couldNotCheck.add(new Judged(rule.id(), rule.title(), reason));
    }
  }

  /// The command that shows the same, for this very place.
  private String command(Rule rule) {
    var command = rule.command().replace("{name}:443", target.toString());
    return (starttls == null ? command : command.replace("-connect", "-starttls smtp -connect"))
        .replace("{name}", serverName);
  }

  /// Whether something urgent or advisory was found.
  boolean hasFaults() {
    return findings.stream().anyMatch(finding -> finding.severity() != Severity.INFORMATIONAL);
  }

  /// What programs get.
  ///
  /// @param names what the numbers in the facts are called; none when nothing was seen
  /// @param profiles how it stands beside what others recommend
  /// @param letter what others would give it; none when nothing was seen
  record AsJson(
      String host,
      int port,
      String serverName,
      Sighting sighting,
      TlsWords.@Nullable Names names,
      List<Found> findings,
      List<Judged> positive,
      List<Judged> notApplicable,
      List<Judged> couldNotCheck,
      List<ProfileLine> profiles,
      @Nullable TlsGrade letter) {}

  /// A profile, and how the host stands beside it.
  record ProfileLine(
      String name, String edition, LocalDate date, String source, Standing standing) {}

  AsJson forPrograms() {
    return new AsJson(
        target.host(),
        target.port(),
        serverName,
        sighting,
        sighting instanceof Sighting.Seen(_, TlsFacts facts) ? TlsWords.names(facts) : null,
        findings,
        positive,
        notApplicable,
        couldNotCheck,
        besideOthers == null
            ? List.of()
            : besideOthers.profiles().stream().map(TlsReport::line).toList(),
        besideOthers == null ? null : besideOthers.grade());
  }

  private static ProfileLine line(Profiles.Line line) {
    var profile = line.profile();
    return new ProfileLine(
        profile.name(), profile.edition(), profile.date(), profile.source(), line.standing());
  }

  void print(TlsFacts tls, PrintWriter out) {
    out.println(target + ", asked for " + serverName + ", seen " + tls.seenAt());
    if (besideOthers != null) {
      print(besideOthers, out);
    }
    for (var alike : TlsWords.of(tls, judges.roots())) {
      out.println();
      out.println(String.join(", ", alike.addresses()));
      alike.blocks().forEach(block -> Blocks.print(block, out));
    }
    TlsWords.differences(tls).ifPresent(table -> Blocks.print(table, out));
    ScanReport.print(out, findings);
    ScanReport.list(out, "Positive", positive);
    ScanReport.list(out, "Not applicable", notApplicable);
    ScanReport.list(out, "Could not check", couldNotCheck);
    out.println();
    out.println("  " + effort(tls));
  }

  private static void print(BesideOthers others, PrintWriter out) {
    var lines = new ArrayList<Block.Pair>();
    lines.add(new Block.Pair("Letter", others.letter()));
    if (!others.reasons().isEmpty()) {
      lines.add(new Block.Pair("Why", others.reasons()));
    }
    others
        .profiles()
        .forEach(
            line ->
                lines.add(
                    new Block.Pair(
                        BesideOthers.name(line.profile()), BesideOthers.words(line.standing()))));
    Blocks.print(new Block.Pairs("Beside others", lines), out);
  }

  private static String effort(TlsFacts tls) {
    int connections = 0;
    long octets = 0;
    long millis = 0;
    for (var server : tls.servers()) {
      if (server instanceof TlsFacts.Met met
          && met.posture() != null
          && met.posture().effort() instanceof Effort effort) {
        connections += effort.connections();
        octets += effort.octets();
        millis += effort.millis();
      }
    }
    return connections + " connections, " + octets + " bytes read, " + millis + " ms";
  }
}
