package uk.nhs.estate.observation.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;
import uk.nhs.estate.observation.text.DmarcRecord.Psd;
import uk.nhs.estate.observation.text.DmarcRecord.Scope;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;

/// Finds which DMARC policy receivers go by for a domain's mail and for mail of names below it, and
/// where it comes from: by the DNS tree walk (RFC 9989 §4.10), and as receivers find it that still
/// go by a list of public suffixes (RFC 7489 §6.6.3).
///
/// @param domain in lower case
/// @param walk the names that the tree walk asks, the domain first; ends where it has to, and at a
///     name that could not be asked
/// @param reading what RFC 9989 makes of them
/// @param older what RFC 7489 makes of them
/// @param destinations where the domain's own record wants reports sent; empty unless it has one
///     record
public record DmarcDiscovery(
    String domain,
    List<Step> walk,
    Reading reading,
    Reading older,
    List<ReportDestination> destinations) {

  /// A walk asks no more (RFC 9989 §4.10).
  private static final int MOST_QUESTIONS = 8;

  private static final String BELOW = "_dmarc.";

  public DmarcDiscovery {
    walk = List.copyOf(walk);
    destinations = List.copyOf(destinations);
  }

  /// One name of the walk.
  ///
  /// @param domain the name without `_dmarc` before it
  /// @param records the policy records there
  public record Step(String domain, Lookup lookup, List<DmarcRecord> records) {
    public Step {
      records = List.copyOf(records);
    }

    private static Step at(String domain, Lookups lookups) {
      var lookup = lookups.asked(BELOW + domain, "TXT");
      return new Step(domain, lookup, MailFacts.dmarcRecords(lookup));
    }

    /// The record that receivers go by: several at one name are all discarded (§4.10, step 2).
    public Optional<DmarcRecord> record() {
      return records.size() == 1 ? Optional.of(records.getFirst()) : Optional.empty();
    }

    /// What hid it, if it could not be asked.
    public Optional<Obstacle> obstacle() {
      return lookup.answer() instanceof Lookup.Unasked(var obstacle)
          ? Optional.of(obstacle)
          : Optional.empty();
    }

    private Psd psd() {
      return record().map(DmarcRecord::psd).orElse(Psd.UNSAID);
    }

    private boolean endsTheWalk() {
      return psd() != Psd.UNSAID || obstacle().isPresent();
    }

    /// What people read.
    public String words() {
      return BELOW
          + domain
          + ": "
          + obstacle()
              .map(obstacle -> "could not ask, " + obstacle.words())
              .orElseGet(
                  () ->
                      switch (records.size()) {
                        case 0 -> "no record";
                        case 1 -> records.getFirst().text();
                        default -> records.size() + " records, of which none counts";
                      });
    }
  }

  /// What receivers of one kind make of it.
  ///
  /// @param organisation the organisational domain: mail of all names below it counts as its own
  ///     (RFC 9989 §3.2.14)
  /// @param domain the policy for the domain's own mail
  /// @param subdomains the policy for mail of a name below it that exists and has no record itself
  /// @param missing the policy for mail of a name below it that does not exist
  public record Reading(
      Organisation organisation, Effective domain, Effective subdomains, Effective missing) {}

  /// The organisational domain.
  public sealed interface Organisation {
    record Known(String domain) implements Organisation {}

    record Hidden(Obstacle obstacle) implements Organisation {}
  }

  /// The policy that receivers go by.
  public sealed interface Effective {
    /// There is one.
    ///
    /// @param from the domain that has the record
    /// @param scope whose tag of the record it is
    record Applies(Policy policy, String from, Scope scope, DmarcRecord record)
        implements Effective {}

    /// DMARC does not apply: mail is delivered as if nothing had been said.
    ///
    /// @param why in words
    record Nothing(String why) implements Effective {}

    /// It could not be asked.
    record Hidden(Obstacle obstacle) implements Effective {}

    /// How much protection there is, if it could be asked: none where DMARC does not apply.
    default Optional<Policy> strength() {
      return switch (this) {
        case Applies applies -> Optional.of(applies.policy());
        case Nothing _ -> Optional.of(Policy.NONE);
        case Hidden _ -> Optional.empty();
      };
    }

    /// What people read.
    default String words() {
      return switch (this) {
        case Applies(var policy, var from, var scope, _) ->
            policy.word() + " (" + scope.tag() + " at " + BELOW + from + ")";
        case Nothing(var why) -> "nothing (" + why + ")";
        case Hidden(var obstacle) -> "could not ask, " + obstacle.words();
      };
    }
  }

  /// Reads it from what was kept of a look.
  public static DmarcDiscovery of(MailFacts mail) {
    return of(mail.name(), mail, PublicSuffixes.bundled());
  }

  /// Asks what it needs: the names of the walk, those that older receivers ask, and those by which
  /// receivers of reports say that they want them.
  public static DmarcDiscovery of(String name, Lookups lookups, PublicSuffixes suffixes) {
    var domain = Asked.plain(name);
    var walk = walk(domain, lookups);
    var registrable = registrable(domain, suffixes);
    var reading = reading(domain, walk, lookups);
    return new DmarcDiscovery(
        domain,
        walk,
        reading,
        older(walk.getFirst(), registrable, lookups),
        walk.getFirst()
            .record()
            .map(
                record ->
                    ReportDestination.of(
                        record,
                        domain,
                        reading.organisation(),
                        registrable.orElse(domain),
                        lookups))
            .orElse(List.of()));
  }

  /// The domain's own place, where its own record stands.
  public Step own() {
    return walk.getFirst();
  }

  /// The policy for the domain's own mail when it comes from a record of another domain.
  public Optional<Effective.Applies> inherited() {
    return reading.domain() instanceof Effective.Applies applies && !applies.from().equals(domain)
        ? Optional.of(applies)
        : Optional.empty();
  }

  /// Whether the only policy for the domain is that of a name which it is registered below, be it
  /// one that says so itself (`psd=y`) or one of the list of public suffixes.
  public boolean isFromPublicSuffix() {
    return inherited()
        .filter(
            applies ->
                applies.record().psd() == Psd.YES
                    || older.organisation() instanceof Organisation.Known(var registrable)
                        && applies.from().length() < registrable.length())
        .isPresent();
  }

  /// The walk in words, a line for each name.
  public String trace() {
    return String.join("\n", walk.stream().map(Step::words).toList());
  }

  private static List<Step> walk(String start, Lookups lookups) {
    var steps = new ArrayList<Step>();
    for (var target : targets(start)) {
      var step = Step.at(target, lookups);
      steps.add(step);
      if (step.endsTheWalk()) {
        break;
      }
    }
    return steps;
  }

  /// The name itself, then one label less each time; from a long name to seven labels at once
  /// (§4.10, step 4).
  private static List<String> targets(String start) {
    var labels = List.of(start.split("\\.", -1));
    var targets = new ArrayList<String>();
    targets.add(start);
    for (int left = Math.min(labels.size(), MOST_QUESTIONS) - 1; left > 0; left--) {
      targets.add(String.join(".", labels.subList(labels.size() - left, labels.size())));
    }
    return targets;
  }

  private static Reading reading(String domain, List<Step> walk, Lookups lookups) {
    var below = "*." + domain;
    var fromBelow = targets(below).get(1).equals(domain) ? walk : walkFromBelow(below, lookups);
    return new Reading(
        organisation(domain, walk),
        walk.getFirst().record().isPresent()
            ? effective(walk.getFirst(), Scope.DOMAIN)
            : inherited(domain, walk, Scope.SUBDOMAINS),
        inherited(below, fromBelow, Scope.SUBDOMAINS),
        inherited(below, fromBelow, Scope.MISSING));
  }

  /// From below a name of so many labels a walk passes it over.
  private static List<Step> walkFromBelow(String below, Lookups lookups) {
    return walk(targets(below).get(1), lookups);
  }

  /// Selects the organisational domain (§4.10.2).
  private static Organisation organisation(String start, List<Step> steps) {
    var organisation = start;
    for (var step : steps) {
      if (step.obstacle().isPresent()) {
        return new Organisation.Hidden(step.obstacle().get());
      }
      if (step.psd() == Psd.YES && !step.domain().equals(start)) {
        return new Organisation.Known(oneLabelBelow(step.domain(), start));
      }
      if (step.record().isPresent()) { // with psd=n it is the last
        organisation = step.domain();
      }
    }
    return new Organisation.Known(organisation);
  }

  private static String oneLabelBelow(String above, String start) {
    var rest = start.substring(0, start.length() - above.length() - 1);
    return rest.substring(rest.lastIndexOf('.') + 1) + "." + above;
  }

  /// The policy for a name without a record of its own: that of its organisational domain, else
  /// that of its public suffix (§4.10.1).
  private static Effective inherited(String start, List<Step> steps, Scope scope) {
    return switch (organisation(start, steps)) {
      case Organisation.Hidden(var obstacle) -> new Effective.Hidden(obstacle);
      case Organisation.Known(var organisation) ->
          steps.stream()
              .filter(step -> step.record().isPresent())
              .filter(step -> step.domain().equals(organisation) || step.psd() == Psd.YES)
              .findFirst()
              .map(step -> effective(step, scope))
              .orElseGet(() -> new Effective.Nothing("there is no record to go by"));
    };
  }

  private static Effective effective(Step step, Scope scope) {
    var record = step.record().orElseThrow();
    return record
        .policy(scope)
        .<Effective>map(
            policy -> new Effective.Applies(policy, step.domain(), record.source(scope), record))
        .orElseGet(() -> new Effective.Nothing(invalid(step)));
  }

  private static String invalid(Step step) {
    return "the policy at " + BELOW + step.domain() + " is none, with nowhere to report to";
  }

  /// What a receiver finds that asks the domain and its registered name, and no more (RFC 7489
  /// §6.6.3).
  private static Reading older(Step own, Optional<String> registrable, Lookups lookups) {
    var domain = own.domain();
    var organisation = registrable.orElse(domain);
    var above = organisation.equals(domain) ? own : Step.at(organisation, lookups);
    var below =
        registrable.isEmpty()
            ? new Effective.Nothing("it is a public suffix")
            : older(above, Scope.SUBDOMAINS);
    return new Reading(
        new Organisation.Known(organisation),
        own.records().isEmpty() && own.obstacle().isEmpty()
            ? older(above, above == own ? Scope.DOMAIN : Scope.SUBDOMAINS)
            : older(own, Scope.DOMAIN),
        below,
        below);
  }

  private static Effective older(Step step, Scope scope) {
    if (step.obstacle().isPresent()) {
      return new Effective.Hidden(step.obstacle().get());
    }
    if (step.record().isEmpty()) {
      return new Effective.Nothing(
          step.records().isEmpty()
              ? "there is no record to go by"
              : step.records().size() + " records at " + BELOW + step.domain());
    }
    var record = step.record().get();
    boolean hasTag = scope == Scope.SUBDOMAINS && record.tags().containsKey("sp");
    return record
        .policyByRfc7489(scope)
        .<Effective>map(
            policy ->
                new Effective.Applies(
                    policy, step.domain(), hasTag ? Scope.SUBDOMAINS : Scope.DOMAIN, record))
        .orElseGet(() -> new Effective.Nothing(invalid(step)));
  }

  private static Optional<String> registrable(String domain, PublicSuffixes suffixes) {
    try {
      return suffixes.registrable(new DomainName(domain)).map(DomainName::ascii);
    } catch (Refusal _) { // such as a name with an underscore
      return Optional.empty();
    }
  }
}
