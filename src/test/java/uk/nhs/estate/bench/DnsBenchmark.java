package uk.nhs.estate.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.probe.Look;
import uk.nhs.estate.probe.LookOrder;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.RdapServices;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.settings.TrustStore;

/// Measures how fast and how gentle looks at the DNS of domains are: against Knot on loopback, and
/// beside what Debian offers. `bin/bench-dns` runs it.
@Command(
    name = "bench-dns",
    description = "Measures looks at the DNS of domains against a private world on loopback.",
    mixinStandardHelpOptions = true)
final class DnsBenchmark implements Callable<Integer> {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int PLENTY = 1_000_000;

  @Option(
      names = "--domains",
      defaultValue = "500",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  int domains;

  @Option(
      names = "--unsigned",
      defaultValue = "0",
      description = "How many of them are not signed. Default: ${DEFAULT-VALUE}.")
  int unsigned;

  @Option(
      names = "--at-once",
      defaultValue = "16",
      description = "Looks side by side. Default: ${DEFAULT-VALUE}, as in scanner.yml.")
  int atOnce;

  @Option(
      names = "--rounds",
      defaultValue = "6",
      description = "Rounds over all domains; the first is cold. Default: ${DEFAULT-VALUE}.")
  int rounds;

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "The port of all name servers. Default: one that is free.")
  int port;

  @Option(
      names = "--peers",
      description =
          "Measures the peers that are installed as well; they need port 53, so that this only"
              + " works with --port 53 in a network of its own (bin/bench-dns sees to it).")
  boolean peers;

  @Option(
      names = "--polite",
      defaultValue = "20",
      description =
          "Domains that are looked at with the shipped politeness; 0 for none. Default:"
              + " ${DEFAULT-VALUE}.")
  int polite;

  private final ScannerConfig config = ScannerConfig.read(null);
  private final InstantSource clock = InstantSource.system();

  public static void main(String[] args) {
    System.exit(new CommandLine(new DnsBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (!Knot.isInstalled()) {
      System.err.println("bench-dns: /usr/sbin/knotd is not installed (Debian: apt install knot)");
      return 2;
    }
    System.out.printf(
        "%d processors, load %.1f, Java %s; making %d domains, %d of them unsigned …%n",
        SYSTEM.getAvailableProcessors(),
        SYSTEM.getSystemLoadAverage(),
        System.getProperty("java.version"),
        domains,
        unsigned);
    try (var world = new BenchWorld(domains, unsigned, port)) {
      System.out.printf(
          "%-28s %10s %14s %16s %13s%n",
          "", "domains/s", "CPU ms/domain", "questions/domain", "asked of knot");
      sound(world, ScanLevel.ORDINARY, "full");
      sound(world, ScanLevel.PASSIVE, "light");
      mail(world);
      politely(world);
      for (var name :
          List.of(BenchWorld.oneSilent(), BenchWorld.allSilent(), BenchWorld.allSlow())) {
        alone(world, name, ScanLevel.ORDINARY);
        alone(world, name, ScanLevel.PASSIVE);
      }
      if (peers) {
        new Peers(world, Math.min(5, domains)).measure();
      }
    }
    return 0;
  }

  /// Rounds over all sound domains by one scanner, and all checks over what the last one saw.
  private void sound(BenchWorld world, ScanLevel level, String depth) throws Exception {
    var seen = List.<Observation>of();
    try (var look = look(world, PLENTY, PLENTY)) {
      var figures = new ArrayList<Figures>();
      for (int round = 1; round <= rounds; round++) {
        long before = world.questions();
        var spent = new Spent(look);
        seen = all(look, world.names(), level);
        figures.add(spent.over(seen.size(), world.questions() - before));
        requireSecure(seen);
        figures.getLast().print(depth + (round == 1 ? ", the first round" : ", round " + round));
      }
      Figures.median(figures.subList(Math.min(1, rounds - 1), rounds))
          .print(depth + ", median of the others");
      System.gc();
      long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
      System.out.printf("%-28s %10d MB, with what was seen of all domains%n", "live heap", live);
    }
    judge(seen);
  }

  /// The same rounds over the mail of the domains, with the light look at their DNS that comes
  /// before; without a policy to fetch, and without meeting mail servers.
  private void mail(BenchWorld world) throws Exception {
    try (var look = look(world, PLENTY, PLENTY)) {
      var figures = new ArrayList<Figures>();
      for (int round = 1; round <= rounds; round++) {
        long before = world.questions();
        var spent = new Spent(look);
        var seen =
            all(
                world.names(),
                domain -> look.atMail(domain, LookOrder.of(domain, ScanLevel.PASSIVE)));
        figures.add(spent.over(seen.size(), world.questions() - before));
        if (!seen.stream().allMatch(one -> one.of(Topic.MAIL) instanceof Sighting.Seen)) {
          throw new IllegalStateException("mail was not seen");
        }
        figures.getLast().print("mail" + (round == 1 ? ", the first round" : ", round " + round));
      }
      Figures.median(figures.subList(Math.min(1, rounds - 1), rounds))
          .print("mail, median of the others");
    }
  }

  private void judge(List<Observation> seen) {
    var policy = config.policy(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    var lists = config.lists();
    var assessor = new Assessor(Catalogue.checks(policy, lists.known(TrustStore.read(null))));
    double best = Double.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long cpu = SYSTEM.getProcessCpuTime();
      for (var one : seen) {
        var broken = assessor.assess(one).broken();
        if (!broken.isEmpty()) {
          throw new IllegalStateException("a check failed: " + broken);
        }
      }
      best = Math.min(best, (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / seen.size());
    }
    System.out.printf("%-28s %10s %14.3f%n", "all checks, warm", "", best);
  }

  /// With the politeness that is shipped, where all domains hang on the same four addresses.
  private void politely(BenchWorld world) throws Exception {
    if (polite > 0) {
      var shipped = config.scanner().dns();
      try (var look = look(world, shipped.questionsPerSecond(), shipped.questionsInFlight())) {
        var names = world.names().subList(0, Math.min(polite, domains));
        long before = world.questions();
        var spent = new Spent(look);
        var seen = all(look, names, ScanLevel.ORDINARY);
        spent.over(seen.size(), world.questions() - before).print("full, politely");
        requireSecure(seen);
      }
    }
  }

  /// One domain, with a scanner of its own and the time limits that are shipped.
  private void alone(BenchWorld world, String name, ScanLevel level) throws Exception {
    var shipped = config.scanner().dns();
    try (var look = look(world, shipped.questionsPerSecond(), shipped.questionsInFlight())) {
      all(look, world.names().subList(0, 1), level); // knows the way
      var spent = new Spent(look);
      all(look, List.of(name), level);
      System.out.printf(
          "%-28s %10.1f s %31d%n",
          name.substring(0, name.indexOf('.')) + (level == ScanLevel.PASSIVE ? ", light" : ""),
          spent.seconds(),
          spent.questions());
    }
  }

  private Look look(BenchWorld world, int perSecond, int inFlight) {
    var shipped = config.scanner();
    var dns =
        new ScannerSettings.Dns(
            world.port(),
            world.rootHints(),
            world.trustAnchor(),
            false,
            shipped.dns().tries(),
            shipped.dns().domain(),
            perSecond,
            inFlight);
    var settings =
        shipped.aimedAt(
            List.of(BenchWorld.ROOT.getFirst() + ":" + world.port()),
            List.of("127.0.0.0/8"),
            shipped.httpPort(),
            shipped.httpsPort(),
            shipped.smtpPort(),
            null,
            dns);
    return new Look(
        settings,
        config.lists().services(),
        new RdapServices(Map.of()),
        config.lists().selectors(),
        TrustStore.read(null),
        clock);
  }

  private List<Observation> all(Look look, List<String> names, ScanLevel level)
      throws InterruptedException, ExecutionException {
    return all(names, domain -> look.atDns(domain, level));
  }

  private List<Observation> all(List<String> names, Function<Domain, Observation> at)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(atOnce)) {
      var looking = new ArrayList<Future<Observation>>();
      for (var name : names) {
        var domain = new Domain(DomainName.parse(name));
        looking.add(threads.submit(() -> at.apply(domain)));
      }
      var seen = new ArrayList<Observation>();
      for (var one : looking) {
        seen.add(one.get());
      }
      return seen;
    }
  }

  /// Whether a light look does not ask for it.
  private static boolean isLeftOut(Lookup lookup) {
    return lookup.answer() instanceof Lookup.Unasked(var obstacle)
        && obstacle.kind() == Obstacle.Kind.SCAN_LEVEL;
  }

  /// A benchmark of what does not work says nothing: all that was asked was answered, and validated
  /// as the domain is signed.
  private void requireSecure(List<Observation> seen) {
    for (int at = 0; at < seen.size(); at++) {
      var facts = facts(seen.get(at));
      boolean signed = at >= unsigned;
      var doubtful =
          Stream.of(
                  Stream.of(facts.soa(), facts.ns(), facts.caa()),
                  facts.nameServerAddresses().stream(),
                  facts.records().stream(),
                  facts.targets().stream().flatMap(DnsBenchmark::lookups))
              .flatMap(lookups -> lookups)
              .filter(lookup -> !isLeftOut(lookup))
              .filter(lookup -> !isRight(lookup.security(), signed || isParents(lookup)))
              .toList();
      if (!doubtful.isEmpty()) {
        throw new IllegalStateException("of " + facts.name() + ": " + doubtful);
      }
      if (facts.servers().size() != 4
          || facts.servers().stream().anyMatch(one -> !isRight(one.security(), signed))) {
        throw new IllegalStateException("of " + facts.name() + ": " + facts.servers());
      }
    }
  }

  private static boolean isParents(Lookup lookup) {
    return lookup.type().equals("DS");
  }

  private static Stream<Lookup> lookups(PointedAt target) {
    return Stream.of(target.a(), target.aaaa());
  }

  private static boolean isRight(Security security, boolean signed) {
    return signed ? security instanceof Security.Secure : security instanceof Security.Insecure;
  }

  private static DnsFacts facts(Observation seen) {
    return seen.sightings().stream()
        .flatMap(
            one ->
                one instanceof Sighting.Seen(_, DnsFacts facts)
                    ? Stream.of(facts)
                    : Stream.<DnsFacts>empty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not seen: " + seen));
  }

  /// What was spent since it was made.
  private static final class Spent {
    private final Look look;
    private final long questions;
    private final long cpu = SYSTEM.getProcessCpuTime();
    private final long start = System.nanoTime();

    Spent(Look look) {
      this.look = look;
      this.questions = look.questions();
    }

    double seconds() {
      return (System.nanoTime() - start) / (double) Duration.ofSeconds(1).toNanos();
    }

    long questions() {
      return look.questions() - questions;
    }

    Figures over(int domains, long asked) {
      return new Figures(
          domains / seconds(),
          (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / domains,
          questions() / (double) domains,
          asked / (double) domains);
    }
  }

  private record Figures(double perSecond, double cpuMillis, double questions, double asked) {
    static Figures median(List<Figures> all) {
      return new Figures(
          middle(all.stream().map(Figures::perSecond)),
          middle(all.stream().map(Figures::cpuMillis)),
          middle(all.stream().map(Figures::questions)),
          middle(all.stream().map(Figures::asked)));
    }

    private static double middle(Stream<Double> values) {
      var sorted = values.sorted().toList();
      return sorted.get(sorted.size() / 2);
    }

    void print(String what) {
      System.out.printf(
          "%-28s %10.1f %14.2f %16.1f %13.1f%n", what, perSecond, cpuMillis, questions, asked);
    }
  }
}
