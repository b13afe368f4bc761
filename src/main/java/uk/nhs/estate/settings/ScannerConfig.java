package uk.nhs.estate.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.policy.Rhythm;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.BypassHosts;
import uk.nhs.estate.register.CertificateIssuers;
import uk.nhs.estate.register.Refusal;

/// What an operator edits: a folder such as `scanner-config`, or the copy inside the program.
///
/// @param scanner how the scanner behaves on the network
/// @param rhythm when targets are looked at
/// @param scansAtOnce scans at the same time in one process
/// @param policies every policy, by effective date
/// @param lists the facts of others
public record ScannerConfig(
    ScannerSettings scanner, Rhythm rhythm, int scansAtOnce, List<Policy> policies, Lists lists) {

  static final List<String> BUNDLED_POLICIES = List.of("policy/2026-11.yml");

  public ScannerConfig {
    policies = policies.stream().sorted(Comparator.comparing(Policy::effective)).toList();
  }

  /// Reads the folder; without one, the copy inside the program.
  ///
  /// @throws Refusal for a file that is missing or wrong, naming the file and the field
  public static ScannerConfig read(@Nullable Path folder) {
    var file = read(folder, "scanner.yml", "scanner", ScannerFile.class);
    var policies =
        policyFiles(folder).stream()
            .map(name -> read(folder, name, "policy", Policy.class))
            .toList();
    var versions = new HashSet<String>();
    for (var policy : policies) {
      if (!versions.add(policy.version())) {
        throw YamlFile.refused("policy", "has two files for the version " + policy.version());
      }
    }
    return new ScannerConfig(
        file.settings(), file.rhythm(), file.scansAtOnce(), policies, lists(folder));
  }

  /// A list that is not in the folder is the one inside the program: it is no setting.
  private static Lists lists(@Nullable Path folder) {
    var services =
        list(
            folder,
            "lists/takeover-fingerprints.yml",
            "takeover-fingerprints",
            FingerprintsFile.class);
    var suppliers = list(folder, SuppliersFile.NAME, "suppliers", SuppliersFile.class);
    var preloaded = list(folder, HstsPreloadFile.NAME, "hsts-preload", HstsPreloadFile.class);
    var issuers = list(folder, "lists/caa-issuers.yml", "caa-issuers", CaaIssuersFile.class);
    var selectors = list(folder, DkimSelectorsFile.NAME, "dkim-selectors", DkimSelectorsFile.class);
    var logs = list(folder, CtLogsFile.NAME, "ct-logs", CtLogsFile.class);
    var bypasses =
        list(folder, "lists/csp-bypass-hosts.yml", "csp-bypass-hosts", BypassHostsFile.class);
    var rdap = list(folder, RdapFile.NAME, "rdap-bootstrap", JsonNode.class);
    var libraries =
        list(folder, ScriptLibrariesFile.NAME, "javascript-libraries", ScriptLibrariesFile.class);
    var profiles = list(folder, TlsProfilesFile.NAME, "tls-profiles", TlsProfilesFile.class);
    return new Lists(
        services.list(),
        suppliers.list(),
        preloaded.list(),
        CertificateIssuers.of(issuers.issuers()),
        RdapFile.services(rdap),
        selectors.list(),
        logs.list(),
        new BypassHosts(bypasses.hosts()),
        libraries.list(),
        profiles.list());
  }

  private static <T> T list(@Nullable Path folder, String name, String schema, Class<T> type) {
    boolean given = folder != null && Files.exists(folder.resolve(name));
    return read(given ? folder : null, name, schema, type);
  }

  /// The policy that counts on a day: the last one that has become effective.
  public Policy policy(LocalDate today) {
    Policy inForce = policies.getFirst();
    for (var policy : policies) {
      if (!policy.effective().isAfter(today)) {
        inForce = policy;
      }
    }
    return inForce;
  }

  /// The same for a laboratory: another scanner in another rhythm, without some checks.
  public ScannerConfig with(ScannerSettings other, Rhythm otherRhythm, Set<String> off) {
    return new ScannerConfig(
        other,
        otherRhythm,
        scansAtOnce,
        policies.stream().map(policy -> policy.without(off)).toList(),
        lists);
  }

  private static List<String> policyFiles(@Nullable Path folder) {
    if (folder == null) {
      return BUNDLED_POLICIES;
    }
    try (var files = Files.list(folder.resolve("policy"))) {
      var names =
          files
              .map(path -> "policy/" + path.getFileName())
              .filter(name -> name.endsWith(".yml"))
              .sorted()
              .toList();
      if (names.isEmpty()) {
        throw YamlFile.refused("policy", "has no .yml file: at least one policy must count");
      }
      return names;
    } catch (IOException e) {
      throw YamlFile.refused("policy", "cannot be read in " + folder + ": " + e.getMessage());
    }
  }

  private static <T> T read(@Nullable Path folder, String name, String schema, Class<T> type) {
    try (var in = open(folder, name)) {
      return YamlFile.read(name, in, schema, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(@Nullable Path folder, String name) throws IOException {
    if (folder != null) {
      var path = folder.resolve(name);
      if (!Files.isRegularFile(path)) {
        throw YamlFile.refused(name, "is not in " + folder);
      }
      return Files.newInputStream(path);
    }
    return YamlFile.bundled(name);
  }
}
