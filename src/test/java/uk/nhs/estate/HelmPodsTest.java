package uk.nhs.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.store.TestDatabase;

/// Runs the program with the very arguments and environment that the chart gives its pods.
class HelmPodsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final Map<String, String> secret = new HashMap<>();
  private final List<Process> running = new ArrayList<>();
  private int http;
  private int health;
  private HelmChart chart;

  @BeforeEach
  void render() throws IOException {
    var url = TestDatabase.fresh();
    var question = url.indexOf('?');
    secret.put("url", url.substring(0, question));
    for (var part : url.substring(question + 1).split("&")) {
      var equals = part.indexOf('=');
      secret.put(part.substring(0, equals), part.substring(equals + 1));
    }
    try (var one = new ServerSocket(0);
        var other = new ServerSocket(0)) {
      http = one.getLocalPort();
      health = other.getLocalPort();
    }
    chart = HelmChart.render(folder, values(false));
  }

  private String values(boolean acceptNoSignIn) {
    return """
    serve: {acceptNoSignIn: %b, ports: {http: %d, health: %d}}
    worker: {ports: {health: %d}}
    """
        .formatted(acceptNoSignIn, http, health, health);
  }

  @AfterEach
  void stop() {
    running.forEach(Process::destroyForcibly);
  }

  @Test
  void theMigrationEndsWell() throws Exception {
    var process = start("migration");
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void serveAnswersItsProbesBesideThePagesAndOnNoOtherPort() throws Exception {
    var process = start("serve");
    var serve = chart.container("serve");
    awaitProbes(serve);
    assertThat(ask(health, metricsPath("serve"))).isEqualTo(200);
    for (var probe : probes(serve)) {
      assertThat(ask(http, path(probe), "localhost")).isEqualTo(404);
    }
    assertThat(ask(http, "/", "localhost")).isEqualTo(200);
    assertThat(ask(http, "/")).isEqualTo(421);
    assertThat(ask(health, "/")).isEqualTo(404);
    assertThat(ask(health, "/api/v1/organisations")).isEqualTo(404);
    stop("serve", process, "http://127.0.0.1:" + http);
  }

  @Test
  void serveAnswersByThePodsAddressAndWarnsOnceMissingSignInIsAccepted() throws Exception {
    chart = HelmChart.render(folder, values(true));
    var process = start("serve");
    awaitProbes(chart.container("serve"));
    assertThat(ask(http, "/")).isEqualTo(200);
    stop("serve", process, "There is no sign-in yet, and 0.0.0.0 is not loopback");
  }

  @Test
  void aWorkerAnswersItsProbesAndNothingElse() throws Exception {
    var process = start("worker");
    awaitProbes(chart.container("worker"));
    assertThat(ask(health, metricsPath("worker"))).isEqualTo(200);
    assertThat(ask(health, "/")).isEqualTo(404);
    assertThat(ask(health, "/api/v1/organisations")).isEqualTo(404);
    stop("worker", process, "NHS web estate worker");
  }

  /// Stops a pod as Kubernetes does, once it has said that it is there. All it says is JSON.
  private void stop(String component, Process process, String announcement) throws Exception {
    var log = folder.resolve(component + ".log");
    for (var left = PATIENCE.toMillis() / 100;
        !Files.readString(log).contains(announcement);
        left--) {
      assertThat(left).as("%s in %s", announcement, Files.readString(log)).isPositive();
      Thread.sleep(100);
    }
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("stops in time").isTrue();
    assertThat(Files.readAllLines(log)).allMatch(line -> line.matches("\\{\"time\".*}"));
  }

  private Process start(String component) throws IOException {
    var container = chart.container(component);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        Stream.concat(
                Stream.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dlogback.configurationFile=logback.xml", // not that of the tests
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()),
                container.getArgs().stream())
            .toList();
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(component + ".log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ESTATE_"));
    for (var variable : container.getEnv()) {
      var from = variable.getValueFrom();
      var value = from == null ? variable.getValue() : secret.get(from.getSecretKeyRef().getKey());
      builder.environment().put(variable.getName(), value);
    }
    var process = builder.start();
    running.add(process);
    return process;
  }

  private void awaitProbes(Container container) throws Exception {
    for (var probe : probes(container)) {
      assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("health");
      for (var left = PATIENCE.toMillis() / 100; ask(health, path(probe)) != 200; left--) {
        assertThat(left).as("%s answers", path(probe)).isPositive();
        Thread.sleep(100);
      }
    }
    assertThat(container.getPorts())
        .filteredOn(port -> port.getName().equals("health"))
        .singleElement()
        .satisfies(port -> assertThat(port.getContainerPort()).isEqualTo(health));
  }

  private static List<Probe> probes(Container container) {
    return List.of(
        container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe());
  }

  private static String path(Probe probe) {
    return probe.getHttpGet().getPath();
  }

  private String metricsPath(String component) {
    var annotations = chart.pods().get(component).getMetadata().getAnnotations();
    assertThat(annotations).containsEntry("prometheus.io/port", Integer.toString(health));
    return annotations.get("prometheus.io/path");
  }

  /// Asks as the kubelet does, by the pod's address.
  private static int ask(int port, String path) {
    return ask(port, path, "192.0.2.7");
  }

  /// @return the status, or 0 when nobody answers
  private static int ask(int port, String path, String host) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var statusLine =
          new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      return statusLine.length() < 12 ? 0 : Integer.parseInt(statusLine.substring(9));
    } catch (IOException e) {
      return 0;
    }
  }
}
