package uk.nhs.estate.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.probe.http.HttpProbe;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.settings.ScannerConfig;

/// Measures looks at websites on loopback, many at once in one warm process. `bin/bench-web` starts
/// the servers.
final class WebBenchmark {
  private static final int AT_ONCE = 16;
  private static final int SITES = 1000;
  private static final int ROUNDS = 3;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final HttpProbe probe;

  private WebBenchmark(HttpProbe probe) {
    this.probe = probe;
  }

  /// @param arguments the ports for http and https, on every address of 127.0.0.0/8
  public static void main(String[] arguments) throws Exception {
    var settings = settings(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    try (var dialler = new Dialler(settings)) {
      var benchmark =
          new WebBenchmark(
              new HttpProbe(settings, dialler, WebBenchmark::atHome, InstantSource.system()));
      IntFunction<String> alone = site -> "site" + site + ".lab.test";
      IntFunction<String> pair = site -> "site" + site + ".test";
      benchmark.measure("warming up", alone);
      for (int round = 0; round < ROUNDS; round++) {
        benchmark.measure("http, https, two files, two requests of strangers", alone);
      }
      for (int round = 0; round < ROUNDS; round++) {
        benchmark.measure("the same and the name with www", pair);
      }
    }
    System.out.printf(
        "%.0f MB of heap in use when all is done, the process at its largest %s%n",
        heap() / 1e6, largest());
    System.exit(0);
  }

  private void measure(String what, IntFunction<String> host) throws Exception {
    long cpu = SYSTEM.getProcessCpuTime();
    long began = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var looks = IntStream.range(0, SITES).mapToObj(site -> look(host.apply(site), site)).toList();
      for (var look : threads.invokeAll(looks)) {
        look.get();
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
    System.out.printf(
        "%s: %.0f sites/s, %.2f ms of CPU a site%n",
        what, SITES / seconds, 1000 * cpuSeconds / SITES);
  }

  private Callable<Void> look(String host, int site) {
    var address = InetAddress.ofLiteral("127.1." + site / 250 + "." + (site % 250 + 1));
    return () -> {
      var sighting =
          probe.look(
              host,
              new Addresses.Known(List.of(address), true),
              List.of(),
              ScanLevel.ORDINARY);
      if (!(sighting instanceof Sighting.Seen(_, HttpFacts facts)
          && facts.securityTxt().body() != null
          && facts.secure().body() != null
          && facts.plain().end() instanceof Visit.Answered)) {
        throw new IllegalStateException("not seen: " + sighting);
      }
      return null;
    };
  }

  private static AddressFacts atHome(String host) {
    var home = new Lookup.ResourceRecord(host, 60, "A", "127.1.9.9");
    return new AddressFacts(
        Instant.EPOCH,
        new Lookup(host, "A", new Lookup.Found(List.of(), List.of(home))),
        new Lookup(host, "AAAA", new Lookup.Absent(Lookup.Absence.NODATA, List.of())));
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static String largest() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.substring("VmHWM:".length()).strip())
        .findFirst()
        .orElse("unknown");
  }

  /// As shipped, but on loopback, without a pause between connections and without a crawl.
  private static ScannerSettings settings(int httpPort, int httpsPort) {
    var s = ScannerConfig.read(null).scanner();
    return new ScannerSettings(
        s.userAgent(),
        s.resolvers(),
        List.of("127.0.0.0/8"),
        s.forbiddenNetworks(),
        httpPort,
        httpsPort,
        s.smtpPort(),
        s.smtpHelo(),
        s.trustStore(),
        s.limits(),
        new ScannerSettings.Politeness(
            2 * AT_ONCE, Duration.ZERO, s.politeness().questionsInFlight()),
        s.dns(),
        new ScannerSettings.Web(s.web().pageBytes(), 0, 0, Duration.ZERO));
  }
}
