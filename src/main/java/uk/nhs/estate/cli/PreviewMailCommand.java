package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.advice.Advice;
import uk.nhs.estate.advice.Consequences;
import uk.nhs.estate.advice.MailAdvice;
import uk.nhs.estate.advice.Proposal;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.mail.DmarcDiscovery;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.probe.LookOrder;
import uk.nhs.estate.probe.dns.DomainLookups;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.store.FactsJson;

/// Says what the checks would say of records before they are published.
@Command(
    name = "preview-mail",
    description = {
      "Looks at the mail of a domain once, then says what the checks would say otherwise if the"
          + " records given were published. Names that they lead to are asked.",
      "Without a record it says which to publish next. Nothing is stored."
    },
    footer = {
      "",
      "Examples:",
      "  estate preview-mail example.nhs.uk",
      "  estate preview-mail example.nhs.uk --spf \"v=spf1 include:spf.protection.outlook.com"
          + " -all\"",
      "  estate preview-mail example.nhs.uk --dmarc \"v=DMARC1; p=reject\" --json"
    },
    mixinStandardHelpOptions = true)
final class PreviewMailCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin ConfigOption config;
  @Mixin WorldOption world;

  @Parameters(paramLabel = "NAME", description = "A domain name.")
  String name;

  @Option(names = "--spf", paramLabel = "TEXT", description = "The text of an SPF record.")
  @Nullable String spf;

  @Option(names = "--dmarc", paramLabel = "TEXT", description = "The text of a DMARC record.")
  @Nullable String dmarc;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    var domain = new Domain(DomainName.parse(name));
    var proposal = spf == null && dmarc == null ? null : new Proposal(spf, dmarc);
    var order = LookOrder.of(domain, ScanLevel.ORDINARY);
    try (var once = new OneLook(config, world, EnumSet.of(Topic.MAIL))) {
      if (Terminal.isWatched()) {
        spec.commandLine().getErr().println("Looking at the mail of " + domain + " …");
      }
      var seen = once.look().atMail(domain, order);
      if (!(seen.of(Topic.MAIL) instanceof Sighting.Seen(_, MailFacts mail))) {
        spec.commandLine().getErr().println("estate: the mail of " + domain + " could not be seen");
        return EstateCommand.NOTHING_SEEN;
      }
      if (proposal == null) {
        return advise(MailAdvice.of(mail));
      }
      var proposed = followed(proposal.in(mail), once.look().lookups(domain.name().ascii()));
      var then =
          new Observation(domain, seen.seenAt(), List.of(new Sighting.Seen(Topic.MAIL, proposed)));
      return show(Consequences.of(seen, then, Topic.MAIL, once.checks()));
    }
  }

  /// The same with the answers to everything that SPF and DMARC lead to.
  private static MailFacts followed(MailFacts mail, DomainLookups live) {
    Lookups either =
        (asked, type) -> {
          var kept = mail.asked(asked, type);
          return kept.answer() instanceof Lookup.Unasked ? live.asked(asked, type) : kept;
        };
    SpfTree.of(either, mail.name());
    DmarcDiscovery.of(mail.name(), either, PublicSuffixes.bundled());
    return new MailFacts(
        mail.seenAt(),
        mail.mx(),
        mail.txt(),
        mail.dmarc(),
        Stream.concat(live.answers().stream(), mail.lookups().stream()).toList(),
        mail.selectors(),
        mail.policy(),
        mail.servers());
  }

  private int advise(List<Advice> steps) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(FactsJson.write(steps));
      return 0;
    }
    if (steps.isEmpty()) {
      out.println("Nothing to publish next, as far as could be asked.");
    }
    for (var step : steps) {
      out.printf("%n  %s: %s%n", step.subject(), Terminal.safe(step.reason()));
      out.printf("    %s%n", Terminal.safe(step.publish().line()));
      var file = step.file();
      if (file != null) {
        out.printf("    %s%n", Terminal.safe(file.address()));
        file.text().lines().forEach(line -> out.printf("      %s%n", Terminal.safe(line)));
      }
      list(out, "Different from today", step.changes());
      list(out, "Look at this first", step.first());
    }
    return 0;
  }

  private int show(Consequences preview) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(FactsJson.write(preview));
    } else {
      found(out, "Would close", preview.closes());
      found(out, "Would open", preview.opens());
      found(out, "Would stay", preview.stays());
      list(
          out,
          "Could not check",
          preview.unchecked().stream().map(one -> one.rule().id() + ": " + one.reason()).toList());
    }
    return Stream.concat(preview.opens().stream(), preview.stays().stream())
            .anyMatch(found -> found.rule().severity() != Severity.INFORMATIONAL)
        ? EstateCommand.FAULTS_FOUND
        : 0;
  }

  private static void found(PrintWriter out, String heading, List<Consequences.Found> found) {
    list(
        out,
        heading,
        found.stream()
            .map(
                one ->
                    one.rule().severity().words()
                        + ": "
                        + one.rule().title()
                        + " ("
                        + (one.fault().subject().isEmpty() ? "" : one.fault().subject() + ": ")
                        + one.fault().evidence()
                        + ")")
            .toList());
  }

  private static void list(PrintWriter out, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      out.printf("    %s:%n", heading);
      lines.forEach(line -> out.printf("      - %s%n", Terminal.safe(line)));
    }
  }
}
