package uk.nhs.estate.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.policy.Grade;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.profile.TlsProfile;
import uk.nhs.estate.register.KnownLogs;

/// The settings that one look needs, read without the libraries for YAML and its schemas when they
/// differ from those inside the program in no more than where the scanner is aimed; else they are
/// read as always.
///
/// @param scanner how the scanner behaves on the network
/// @param policy the one that counts today
/// @param tlsProfiles what others recommend of TLS
/// @param logs those that sign timestamps of certificates
public record QuickConfig(
    ScannerSettings scanner, Policy policy, List<TlsProfile> tlsProfiles, KnownLogs logs) {

  private static final String SCANNER = "scanner.yml";
  private static final String PROFILES = TlsProfilesFile.NAME;
  private static final String LOGS = CtLogsFile.NAME;

  /// What may differ, and how it must then be written: the schema asks for no more.
  private static final Map<String, Pattern> MAY_DIFFER =
      Map.of(
          "user-agent", Pattern.compile("\"[ -~]{10,200}\""),
          "resolvers", Pattern.compile("\\[(?:\"[0-9a-fA-F.:\\[\\]]{3,64}\"(?:, )?){0,8}\\]"),
          "allowed-networks", networks(),
          "forbidden-networks", networks(),
          "http-port", port(),
          "https-port", port(),
          "smtp-port", port(),
          "trust-store", Pattern.compile("null|\".*\""));

  /// Reads the folder; without one, the copy inside the program.
  ///
  /// @throws uk.nhs.estate.register.Refusal for a file that is missing or wrong, naming the file
  ///     and the field
  public static QuickConfig read(@Nullable Path folder, LocalDate today) {
    return plain(folder)
        .orElseGet(
            () -> {
              var config = ScannerConfig.read(folder);
              return new QuickConfig(
                  config.scanner(),
                  config.policy(today),
                  config.lists().tlsProfiles(),
                  config.lists().logs());
            });
  }

  static Optional<QuickConfig> plain(@Nullable Path folder) {
    try {
      var policy = ScannerConfig.BUNDLED_POLICIES.getFirst();
      if (folder != null
          && !(hasNoOther(folder, policy)
              && isUnchanged(folder, PROFILES)
              && isUnchanged(folder, LOGS))) {
        return Optional.empty();
      }
      var bundled = PlainYaml.read(bundled(SCANNER));
      var given =
          folder == null ? bundled : PlainYaml.read(Files.readString(folder.resolve(SCANNER)));
      if (bundled.isEmpty() || given.isEmpty() || !isAimedOnly(bundled.get(), given.get())) {
        return Optional.empty();
      }
      return Optional.of(
          new QuickConfig(
              scanner(new Values(given.get())),
              policy(values(policy)),
              profiles(values(PROFILES)),
              logs(values(LOGS))));
    } catch (IOException _) {
      return Optional.empty(); // the full reader says what is wrong
    }
  }

  private static Values values(String name) throws IOException {
    return PlainYaml.read(bundled(name))
        .map(Values::new)
        .orElseThrow(() -> new IllegalStateException(name + " inside the program is not plain"));
  }

  private static List<TlsProfile> profiles(Values its) {
    return its.keys("profiles/").stream()
        .map(number -> profile(its.below("profiles/" + number + "/")))
        .toList();
  }

  private static KnownLogs logs(Values its) {
    var lines =
        its.keys("logs/").stream()
            .map(number -> its.below("logs/" + number + "/"))
            .map(
                line ->
                    new CtLogsFile.Line(
                        line.text("name"),
                        line.text("operator"),
                        line.text("state"),
                        line.text("key")))
            .toList();
    return new CtLogsFile("", "", lines).list();
  }

  /// Whether the policy inside the program is the only one in the folder.
  private static boolean hasNoOther(Path folder, String policy) throws IOException {
    try (var files = Files.list(folder.resolve("policy"))) {
      var all = files.filter(file -> file.toString().endsWith(".yml")).toList();
      return all.equals(List.of(folder.resolve(policy))) && isUnchanged(folder, policy);
    }
  }

  /// A file that is not there is that inside the program.
  private static boolean isUnchanged(Path folder, String name) throws IOException {
    var file = folder.resolve(name);
    return !Files.exists(file) || Files.readString(file).equals(bundled(name));
  }

  private static boolean isAimedOnly(Map<String, String> bundled, Map<String, String> given) {
    return bundled.keySet().equals(given.keySet())
        && given.entrySet().stream()
            .allMatch(
                entry ->
                    entry.getValue().equals(bundled.get(entry.getKey()))
                        || MAY_DIFFER.containsKey(entry.getKey())
                            && MAY_DIFFER.get(entry.getKey()).matcher(entry.getValue()).matches());
  }

  private static Pattern networks() {
    return Pattern.compile("\\[(?:\"[0-9a-fA-F:.]+/[0-9]{1,3}\"(?:, )?){0,1000}\\]");
  }

  private static Pattern port() {
    return Pattern.compile(
        "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]");
  }

  private static String bundled(String name) throws IOException {
    try (InputStream in = YamlFile.bundled(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ScannerSettings scanner(Values its) {
    return new ScannerSettings(
        its.text("user-agent"),
        its.list("resolvers"),
        its.list("allowed-networks"),
        its.list("forbidden-networks"),
        its.number("http-port"),
        its.number("https-port"),
        its.number("smtp-port"),
        its.orNone("smtp-helo", text -> text),
        its.orNone("trust-store", text -> text),
        new ScannerSettings.Limits(
            its.time("limits/dns-try"),
            its.number("limits/dns-tries"),
            its.time("limits/connect"),
            its.time("limits/handshake"),
            its.time("limits/visit"),
            its.number("limits/hops"),
            its.number("limits/header-bytes"),
            its.number("limits/body-bytes"),
            its.number("limits/addresses")),
        new ScannerSettings.Politeness(
            its.number("politeness/connections-per-address"),
            its.time("politeness/pause-between-connections"),
            its.number("politeness/questions-in-flight")),
        new ScannerSettings.Dns(
            its.number("dns/port"),
            ZoneLines.read("root-hints", null, "root-hints.txt"),
            ZoneLines.read("trust-anchor", null, "root-anchors.txt"),
            its.orNone("dns/resolvers-validate", Boolean::valueOf),
            its.list("dns/tries").stream().map(Duration::parse).toList(),
            its.time("dns/domain"),
            its.number("dns/questions-per-second"),
            its.number("dns/questions-in-flight")),
        new ScannerSettings.Web(
            its.number("web/page-bytes"),
            its.number("web/crawl-pages"),
            its.number("web/crawl-levels"),
            its.time("web/crawl-pause")));
  }

  private static Policy policy(Values its) {
    return new Policy(
        its.text("version"),
        LocalDate.parse(its.text("effective")),
        its.numbers("costs/", key -> Severity.valueOf(key.toUpperCase(Locale.ROOT))),
        its.numbers("cost-of/", key -> key),
        Set.copyOf(its.list("off")),
        its.number("least-coverage"),
        its.numbers("grades/", key -> Grade.valueOf(key.toUpperCase(Locale.ROOT))),
        new Policy.Thresholds(
            its.time("thresholds/certificate-notice"),
            its.time("thresholds/hsts-age"),
            its.time("thresholds/signature-notice"),
            its.time("thresholds/signature-life"),
            new Policy.DomainExpiry(
                its.time("thresholds/domain-expiry/due-for-renewal"),
                its.time("thresholds/domain-expiry/soon"),
                its.time("thresholds/domain-expiry/about-to"))));
  }

  private static TlsProfile profile(Values its) {
    var suites = new HashMap<String, List<String>>();
    its.keys("suites/").forEach(version -> suites.put(version, its.list("suites/" + version)));
    return new TlsProfilesFile.Entry(
            its.text("name"),
            its.has("edition") ? its.text("edition") : null,
            LocalDate.parse(its.text("date")),
            its.text("source"),
            its.list("versions"),
            its.list("needs"),
            suites,
            its.list("groups"),
            its.list("one-of-groups"),
            its.has("prime-bits") ? its.number("prime-bits") : 0,
            new TlsProfilesFile.Certificates(
                its.has("certificates/rsa-bits") ? its.number("certificates/rsa-bits") : 0,
                its.list("certificates/curves"),
                its.list("certificates/signatures"),
                its.has("certificates/days") ? its.number("certificates/days") : 0))
        .profile();
  }

  /// Values by their keys, as they are written.
  private record Values(Map<String, String> written) {

    /// Those below a key, by the rest of theirs.
    Values below(String key) {
      var all = new LinkedHashMap<String, String>();
      written.forEach(
          (path, value) -> {
            if (path.startsWith(key)) {
              all.put(path.substring(key.length()), value);
            }
          });
      return new Values(all);
    }

    /// The next part of the keys below one.
    Set<String> keys(String under) {
      return below(under).written.keySet().stream()
          .map(path -> path.indexOf('/') < 0 ? path : path.substring(0, path.indexOf('/')))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean has(String key) {
      return written.containsKey(key);
    }

    String text(String key) {
      var text = written.get(key);
      if (text == null) {
        throw new IllegalStateException(key + " is missing from the settings inside the program");
      }
      return unquoted(text);
    }

    int number(String key) {
      return Integer.parseInt(text(key));
    }

    Duration time(String key) {
      return Duration.parse(text(key));
    }

    <T> @Nullable T orNone(String key, Function<String, T> reading) {
      return text(key).equals("null") ? null : reading.apply(text(key));
    }

    /// A list on one line or on several; one that is not there is empty.
    List<String> list(String key) {
      var line = written.get(key);
      if (line == null) {
        return below(key + "/").written.values().stream().map(Values::unquoted).toList();
      }
      var inside = line.substring(1, line.length() - 1);
      return inside.isEmpty()
          ? List.of()
          : Arrays.stream(inside.split(", ")).map(Values::unquoted).toList();
    }

    <K> Map<K, Integer> numbers(String under, Function<String, K> key) {
      var all = new HashMap<K, Integer>();
      below(under)
          .written
          .forEach((name, number) -> all.put(key.apply(name), Integer.valueOf(number)));
      return all;
    }

    private static String unquoted(String text) {
      return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }
  }
}
