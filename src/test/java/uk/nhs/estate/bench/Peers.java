package uk.nhs.estate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What Debian offers to look at the DNS of a domain, in the same world and on the same machine,
/// one after the other: Zonemaster (a program a domain) and DNSViz (a program for all).
///
/// @param domains how many of the sound ones each looks at
record Peers(BenchWorld world, int domains) {
  /// The line of `times` (POSIX) for what a shell has run: minutes and seconds of user and system.
  private static final Pattern TIMES =
      Pattern.compile("(\\d+)m(\\d+[.,]\\d+)s (\\d+)m(\\d+[.,]\\d+)s");

  void measure() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("estate-peers-");
    var hints = Files.writeString(folder.resolve("hints"), world.rootHints());
    var key = Files.writeString(folder.resolve("key"), world.rootKey() + "\n");
    var profile = Files.writeString(folder.resolve("profile"), "{\"net\":{\"ipv6\":false}}");
    var out = folder.resolve("out");
    try {
      zonemaster("zonemaster-cli", hints, profile, world.names().subList(0, domains), out);
      zonemaster("zonemaster, silent", hints, profile, List.of(BenchWorld.oneSilent()), out);
      dnsviz("dnsviz probe and grok", key, world.names().subList(0, domains), out);
      dnsviz("dnsviz, one-silent", key, List.of(BenchWorld.oneSilent()), out);
    } finally {
      for (var file : List.of(hints, key, profile, out)) {
        Files.deleteIfExists(file);
      }
      Files.delete(folder);
    }
  }

  private void zonemaster(String what, Path hints, Path profile, List<String> names, Path out)
      throws IOException, InterruptedException {
    run(
        what,
        "/usr/bin/zonemaster-cli",
        names,
        out,
        "for name in %s; do zonemaster-cli --no-progress --level INFO --hints %s --profile %s $name; done"
            .formatted(String.join(" ", names), hints, profile));
  }

  private void dnsviz(String what, Path key, List<String> names, Path out)
      throws IOException, InterruptedException {
    run(
        what,
        "/usr/bin/dnsviz",
        names,
        out,
        "dnsviz probe -4 -A -a . -x .:%s %s | dnsviz grok -t %s"
            .formatted(String.join(",", BenchWorld.ROOT), String.join(" ", names), key));
  }

  private void run(String what, String program, List<String> names, Path out, String command)
      throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(program))) {
      System.out.printf("%-28s is not installed%n", what);
      return;
    }
    long asked = world.questions();
    long start = System.nanoTime();
    var process =
        new ProcessBuilder("/bin/sh", "-c", "(" + command + ") >" + out + " 2>&1; times")
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    var last = said.lines().reduce("", (_, line) -> line);
    var times = TIMES.matcher(last);
    if (!times.find() || Files.size(out) == 0) {
      throw new IOException(program + " said nothing: " + said);
    }
    double cpu =
        Stream.of(0, 2)
            .mapToDouble(at -> 60 * number(times.group(at + 1)) + number(times.group(at + 2)))
            .sum();
    System.out.printf(
        "%-28s %10.2f %14.0f %16s %13.1f  (%.2f s a domain)%n",
        what,
        names.size() / seconds,
        1000 * cpu / names.size(),
        "",
        (world.questions() - asked) / (double) names.size(),
        seconds / names.size());
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }
}
