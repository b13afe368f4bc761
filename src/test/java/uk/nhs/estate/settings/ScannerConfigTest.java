package uk.nhs.estate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.policy.Grade;
import uk.nhs.estate.register.BypassHosts.Entry;
import uk.nhs.estate.register.BypassHosts.Serves;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.KnownLogs;
import uk.nhs.estate.register.RdapServices;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.Supplier;
import uk.nhs.estate.register.Supplier.Service;

class ScannerConfigTest {

  private static final String POLICY = "policy/2026-11.yml";
  private static final String SERVICES = "lists/takeover-fingerprints.yml";
  private static final String SUPPLIERS = "lists/suppliers.yml";
  private static final String SELECTORS = "lists/dkim-selectors.yml";
  private static final String RDAP = "lists/rdap-bootstrap.json";

  @TempDir Path folder;

  @BeforeEach
  void copyTheBundledFiles() throws IOException {
    Files.createDirectories(folder.resolve("policy"));
    Files.createDirectories(folder.resolve("lists"));
    for (var name : new String[] {"scanner.yml", POLICY, SERVICES, SUPPLIERS, SELECTORS, RDAP}) {
      try (var in = YamlFile.bundled(name)) {
        Files.write(folder.resolve(name), in.readAllBytes());
      }
    }
  }

  @Test
  void readsTheFilesInsideTheProgram() {
    var config = ScannerConfig.read(null);
    assertThat(config.rhythm().every()).isEqualTo(Duration.ofDays(1));
    assertThat(config.rhythm().confirmAfter()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.scanner().httpsPort()).isEqualTo(443);
    assertThat(config.scanner().allowedNetworks()).isEmpty();
    assertThat(config.scanner().trustStore()).isNull();
    var policy = config.policies().getFirst();
    assertThat(policy.costs()).containsEntry(Severity.URGENT, 30).hasSize(3);
    assertThat(policy.grades()).containsEntry(Grade.A, 90).hasSize(5);
    assertThat(policy.thresholds().certificateNotice()).isEqualTo(Duration.ofDays(21));
    assertThat(policy.thresholds().signatureNotice()).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void knowsWhomToAskAboutRegistrations() throws IOException {
    assertThat(rdapServiceOf("trust.org.uk")).contains("https://rdap.nominet.uk/uk/");
    assertThat(rdapServiceOf("surgery.doctor"))
        .contains("https://rdap.identitydigital.services/rdap/");
    assertThat(rdapServiceOf("trust.io")).isEmpty();

    change(
        RDAP,
        RDAP,
        text ->
            text.replace(
                "[\"https://rdap.nominet.uk/uk/\"]", "[\"http://a.test/\", \"https://b.test/\"]"));
    assertThat(rdapServiceOf("trust.org.uk")).contains("https://b.test/");
  }

  @Test
  void goesByTheListInsideTheProgramWhenTheFolderHasNone() throws IOException {
    Files.delete(folder.resolve(RDAP));
    assertThat(ScannerConfig.read(folder)).isEqualTo(ScannerConfig.read(null));
  }

  @Test
  void readsTheSameFromAFolder() {
    assertThat(ScannerConfig.read(folder)).isEqualTo(ScannerConfig.read(null));
  }

  @Test
  void knowsTheNamesOfCertificationAuthorities() {
    var issuers = ScannerConfig.read(null).lists().issuers();
    assertThat(issuers.domains("Let's Encrypt")).containsExactly("letsencrypt.org");
    assertThat(issuers.domains("digicert inc ")).contains("digicert.com", "thawte.com");
    assertThat(issuers.domains("Nobody Ltd")).isEmpty();
  }

  @Test
  void knowsTheLogsOfCertificateTransparency() {
    var logs = ScannerConfig.read(null).lists().logs();

    assertThat(logs.byId()).hasSizeGreaterThan(40);
    // the identifier stands in the source beside the key
    var argon = Base64.getDecoder().decode("1tWNqdAXU/NqSqDHV0kCr+vH3CzTjNn3ZMgMiRkenwI=");
    assertThat(logs.find(argon)).map(KnownLogs.Entry::name).contains("Google Argon2027h1");
  }

  @Test
  void knowsHostsThatPoliciesShouldNotLetIn() {
    assertThat(ScannerConfig.read(null).lists().bypasses().entries())
        .hasSizeGreaterThan(50)
        .doesNotHaveDuplicates()
        .contains(
            new Entry("cdn.jsdelivr.net", "/angularjs/1.1.2/angular.min.js", Serves.ANGULAR, false),
            new Entry("www.googletagmanager.com", "/gtm/js", Serves.CALLBACK, true));
  }

  @Test
  void aFolderMayHaveAListOfItsOwn() throws IOException {
    Files.createDirectories(folder.resolve("lists"));
    Files.writeString(
        folder.resolve("lists/caa-issuers.yml"),
        """
        source: a test of ours
        as-of: 2026-11-01
        issuers:
          - organisations: [Own CA]
            domains: [ca.test]
        """);
    var issuers = ScannerConfig.read(folder).lists().issuers();
    assertThat(issuers.domains("Own CA")).containsExactly("ca.test");
    assertThat(issuers.domains("Let's Encrypt")).isEmpty();
  }

  @Test
  void refusesAProfileOfTlsThatNamesWhatNobodyKnows() throws IOException {
    Files.createDirectories(folder.resolve("lists"));
    Files.writeString(
        folder.resolve("lists/tls-profiles.yml"),
        """
        profiles:
          - name: Ours
            date: 2026-11-01
            source: https://example.com/
            versions: [TLS 1.3]
            groups: [x25519, secp256r2]
        """);
    assertThatThrownBy(() -> ScannerConfig.read(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("profile Ours names secp256r2, which nobody knows");
  }

  @Test
  void refusesAListThatNamesAnAuthorityTwice() throws IOException {
    Files.createDirectories(folder.resolve("lists"));
    Files.writeString(
        folder.resolve("lists/caa-issuers.yml"),
        """
        source: a test of ours
        as-of: 2026-11-01
        issuers:
          - organisations: [Own CA, OWN CA]
            domains: [ca.test]
        """);
    assertThatThrownBy(() -> ScannerConfig.read(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("OWN CA");
  }

  @Test
  void bundlesEveryPolicyThatIsInTheProject() throws IOException {
    try (var files = Files.list(Path.of("scanner-config/policy"))) {
      assertThat(ScannerConfig.read(null).policies()).hasSize((int) files.count());
    }
  }

  @Test
  void thePolicyOfADayIsTheLastThatHasBegun() throws IOException {
    change(POLICY, "policy/2027-02.yml", text -> text.replace("2026-11", "2027-02"));
    var config = ScannerConfig.read(folder);
    assertThat(config.policy(LocalDate.of(2027, 1, 31)).version()).isEqualTo("2026-11");
    assertThat(config.policy(LocalDate.of(2027, 2, 1)).version()).isEqualTo("2027-02");
    assertThat(config.policy(LocalDate.of(2020, 1, 1)).version()).isEqualTo("2026-11");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("scanner.yml", "http-port: 80", "http-prot: 80", "http-prot"),
        mistake("scanner.yml", "http-port: 80", "http-port: eighty", "http-port"),
        mistake("scanner.yml", "http-port: 80", "http-port: 65536", "http-port"),
        mistake("scanner.yml", "http-port: 80", "", "http-port"),
        mistake("scanner.yml", "http-port: 80", "http-port: 80\nhttp-port: 81", "http-port"),
        mistake("scanner.yml", "every: PT24H", "every: daily", "every"),
        mistake("scanner.yml", "every: PT24H", "every: PT0S", "period"),
        mistake("scanner.yml", "every: PT24H", "every: [", "line "),
        mistake("scanner.yml", "after: PT2M", "after: PT59.999S", "confirm-after"),
        mistake("scanner.yml", "  confirm-after: PT2M", "", "confirm-after"),
        mistake(
            "scanner.yml", "allowed-networks: []", "allowed-networks: [home]", "allowed-networks"),
        mistake("scanner.yml", "in-flight: 200", "in-flight: 200\n---\nmore: 1", "line "),
        mistake("scanner.yml", "http-port: 80", "http-port: !!java.net.URL [x]", "http-port"),
        mistake(RDAP, "\"uk\"", "\"UK\"", "$.services[0][0][0]"),
        mistake(RDAP, "[\"uk\"]", "[\"uk\", \"com\"]", "two services for com"),
        mistake(RDAP, "nominet.uk/uk/", "nominet.uk/uk", "$.services[0][1][0]"),
        mistake(RDAP, "https://rdap.nominet", "ftp://rdap.nominet", "$.services[0][1][0]"),
        mistake(RDAP, "[\"https://rdap.nominet.uk/uk/\"]", "[]", "$.services[0][1]"),
        mistake(RDAP, "[\"https://rdap.nominet.uk/uk/\"]", "[], []", "$.services[0]"),
        mistake(RDAP, "\"services\"", "\"servers\"", "services"),
        mistake(RDAP, "\"version\": \"1.0\"", "\"version\": \"2.0\"", "version"),
        mistake(RDAP, "\"services\": [", "\"services\": [[", "line "),
        mistake(POLICY, "about-to: P7D", "about-to: P31D", "soon before about-to"),
        mistake(POLICY, "soon: P30D", "soon: P91D", "due-for-renewal comes before soon"),
        mistake(POLICY, "urgent: 30", "urgent: -1", "urgent"),
        mistake(POLICY, "urgent: 30", "critical: 30", "critical"),
        mistake(POLICY, "effective: 2026-11-01", "effective: 2026-02-30", "2026-02-30"),
        mistake(POLICY, "off: []", "off: [Everything]", "off"),
        mistake(POLICY, "  a: 90", "  a: 101", "a"),
        mistake(SERVICES, "date: 2025-02", "date: lately", "date"),
        mistake(SERVICES, "status: edge_case", "status: maybe", "status"),
        mistake(SERVICES, "aliases: [github.io]", "aliases: [\"*\"]", "aliases"),
        mistake(SERVICES, "aliases: [github.io]", "aliases: []", "aliases"),
        mistake(SERVICES, "texts: [\"404 Blog is not found\"]", "texts: [\"404\"]", "texts"),
        mistake(SELECTORS, "selectors: [cm]", "selectors: [c_m]", "selectors"),
        mistake(SELECTORS, "selectors: [cm]", "selectors: []", "selectors"),
        mistake(SELECTORS, "spf: [createsend.com]", "ns: [createsend.com]", "ns"),
        mistake(SELECTORS, "source: dkimsc4n", "source: memory", "memory"),
        mistake(SELECTORS, "sources: [google]", "sources: [memory]", "memory"),
        mistake(SUPPLIERS, "dns: [livedns.co.uk]", "dns: [LiveDns]", "dns"),
        mistake(SUPPLIERS, "dns: [livedns.co.uk]", "ns: [livedns.co.uk]", "ns"),
        mistake(SUPPLIERS, "sources: [nhsmail]", "sources: [memory]", "memory"));
  }

  @ParameterizedTest(name = "{2} in {0}")
  @MethodSource("mistakes")
  void refusesAMistakeAndNamesFileAndField(String file, String right, String wrong, String named)
      throws IOException {
    change(
        file,
        file,
        text -> {
          assertThat(text).contains(right);
          return text.replace(right, wrong);
        });
    assertRefused(file, named);
  }

  @Test
  void takesAListThatIsNotInTheFolderFromTheProgram() throws IOException {
    Files.delete(folder.resolve(SERVICES));
    assertThat(ScannerConfig.read(folder)).isEqualTo(ScannerConfig.read(null));
    change(
        SUPPLIERS, SUPPLIERS, text -> text.replace("- name: Fasthosts", "- name: Some other name"));
    assertThat(ScannerConfig.read(folder).lists().suppliers().of(Service.DNS, "a.livedns.co.uk"))
        .map(Supplier::name)
        .hasValue("Some other name");
  }

  @Test
  void refusesAFileThatIsMissing() throws IOException {
    Files.delete(folder.resolve("scanner.yml"));
    assertRefused("scanner.yml", "is not in");
  }

  @Test
  void refusesAFolderWithoutAPolicy() throws IOException {
    Files.delete(folder.resolve(POLICY));
    assertRefused("policy", "at least one policy");
    Files.delete(folder.resolve("policy"));
    assertRefused("policy", "cannot be read");
  }

  @Test
  void refusesTwoPoliciesOfOneVersion() throws IOException {
    change(POLICY, "policy/copy.yml", UnaryOperator.identity());
    assertRefused("policy", "2026-11");
  }

  @Test
  void refusesAnEmptyFileAndOneThatIsNoYaml() throws IOException {
    Files.writeString(folder.resolve("scanner.yml"), "");
    assertRefused("scanner.yml", "object");
    Files.writeString(folder.resolve("scanner.yml"), "# nothing\n");
    assertRefused("scanner.yml", "object");
    Files.write(folder.resolve("scanner.yml"), new byte[] {(byte) 0xC3, 0x28, 0, 1});
    assertRefused("scanner.yml", "");
  }

  @Test
  void refusesAFileThatIsTooLarge() throws IOException {
    Files.writeString(folder.resolve("scanner.yml"), "#".repeat((1 << 20) + 1));
    assertRefused("scanner.yml", "larger than 1 MiB");
  }

  @Test
  void refusesABillionLaughs() throws IOException {
    var text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int at = 1; at < 10; at++) {
      var aliases = "*a%d, ".formatted(at - 1).repeat(10);
      text.append("a%d: &a%d [%s]%n".formatted(at, at, aliases.substring(0, aliases.length() - 2)));
    }
    Files.writeString(folder.resolve("scanner.yml"), text);
    assertRefused("scanner.yml", "");
  }

  @Test
  void refusesWhatIsNestedWithoutEnd() throws IOException {
    Files.writeString(folder.resolve("scanner.yml"), "a: " + "[".repeat(100_000));
    assertRefused("scanner.yml", "");
  }

  private Optional<String> rdapServiceOf(String name) {
    return ScannerConfig.read(folder)
        .lists()
        .registries()
        .of(new DomainName(name))
        .map(RdapServices.Service::url);
  }

  private void assertRefused(String file, String named) {
    assertThatThrownBy(() -> ScannerConfig.read(folder))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo(file);
              assertThat(refusal.message()).startsWith(file).contains(named);
              assertThat(refusal.message()).hasSizeLessThan(2000);
            });
  }

  private void change(String from, String to, UnaryOperator<String> change) throws IOException {
    var text = Files.readString(folder.resolve(from), StandardCharsets.UTF_8);
    Files.writeString(folder.resolve(to), change.apply(text));
  }

  private static Arguments mistake(String file, String right, String wrong, String named) {
    return Arguments.of(file, right, wrong, named);
  }
}
