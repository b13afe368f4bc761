package uk.nhs.estate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Comparator.comparing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the arrows of `docs/architecture.md`: which package may use which, and where frameworks,
/// the network, SQL and the clock may appear.
class ArchitectureTest {

  private static final String ROOT = "uk.nhs.estate";

  private static final JavaClasses ESTATE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /// A package, the packages of ours that it may use besides itself, and why no others.
  private record Arrow(String from, Set<String> to, String because) {}

  private static final String[] CORE = {
    "register",
    "register.intake",
    "observation",
    "observation.text",
    "observation.mail",
    "observation.tls",
    "observation.certificate",
    "observation.posture",
    "observation.page",
    "report",
    "check",
    "check.*",
    "policy",
    "finding",
    "score",
    "advice",
    "profile",
    "profile.observatory"
  };

  private static final String CORE_IS_PURE =
      "the core says what facts mean: it must run again over last month's observations, anywhere";

  private static Stream<Arrow> arrows() {
    return Stream.of(
        arrow("register", "what we own stands on nothing else"),
        arrow("register.intake", "reading files into the register judges nothing", "register"),
        arrow("observation.text", "a parser of what was sent needs nothing but the text"),
        arrow(
            "observation",
            "what was seen knows neither who looked nor what it means",
            "register",
            "observation.text",
            "observation.page"),
        arrow(
            "observation.page",
            "what the markup of a page says follows from the page alone",
            "register",
            "observation.text"),
        arrow(
            "observation.mail",
            "what records of mail add up to is the same for whoever looks and whoever judges",
            "register",
            "observation",
            "observation.text"),
        arrow("observation.tls", "numbers of TLS mean the same to everybody"),
        arrow(
            "observation.certificate",
            "whether a chain of certificates holds is the same for whoever looks and whoever"
                + " judges",
            "register",
            "observation.text"),
        arrow(
            "observation.posture",
            "what was seen of TLS and of the web is said in the same words to everybody",
            "observation",
            "observation.text",
            "observation.page",
            "observation.tls",
            "observation.certificate"),
        arrow(
            "report",
            "what others report is read and added up apart from what we saw ourselves",
            "register"),
        arrow(
            "check",
            "the shape of a check does not know the checks",
            "register",
            "observation",
            "observation.text",
            "observation.tls",
            "observation.certificate",
            "observation.page"),
        arrow(
            "check.*",
            "a check has only the facts of its own topic",
            "register",
            "observation",
            "observation.text",
            "observation.mail",
            "observation.tls",
            "observation.certificate",
            "observation.page",
            "check"),
        arrow(
            "check.whole",
            "a check that compares topics may ask the checks of those topics",
            "register",
            "observation",
            "observation.text",
            "observation.tls",
            "observation.certificate",
            "observation.page",
            "check",
            "check.*"),
        arrow(
            "policy",
            "which checks count is decided before anything is found",
            "register",
            "observation",
            "observation.text",
            "observation.tls",
            "observation.certificate",
            "observation.page",
            "check",
            "check.*"),
        arrow(
            "finding",
            "what lasts does not depend on what it costs",
            "register",
            "observation",
            "check"),
        arrow(
            "score",
            "the score counts findings, at the prices of the policy",
            "register",
            "observation",
            "check",
            "policy",
            "finding"),
        arrow(
            "advice",
            "what to publish next follows from what was seen; what it would be judged, the checks"
                + " say",
            "register",
            "observation",
            "observation.text",
            "observation.mail",
            "check"),
        arrow(
            "profile",
            "how a site stands beside what others recommend follows from what was seen and from"
                + " what the checks said of it",
            "register",
            "observation",
            "observation.tls",
            "check",
            "profile.observatory"),
        arrow(
            "profile.observatory",
            "what another scorer would say follows from what was seen, read as browsers read it",
            "register",
            "observation",
            "observation.text",
            "observation.page"),
        arrow(
            "probe.net",
            "the only door to the network opens for every probe alike",
            "register",
            "observation"),
        arrow(
            "probe",
            "a probe has no opinion",
            "register",
            "observation",
            "observation.text",
            "observation.mail",
            "observation.tls",
            "observation.certificate",
            "probe.*"),
        arrow(
            "probe.mail",
            "a probe has no opinion; where records of mail lead is read as the checks read it",
            "register",
            "observation",
            "observation.text",
            "observation.mail",
            "observation.tls",
            "observation.certificate",
            "probe.net",
            "probe.tls"),
        arrow(
            "probe.*",
            "a probe has no opinion, and knows no other probe",
            "register",
            "observation",
            "probe.net"),
        arrow(
            "probe.http",
            "a probe has no opinion; where the links of a page lead is read as browsers read it",
            "register",
            "observation",
            "observation.text",
            "observation.page",
            "probe.net"),
        arrow(
            "probe.tls",
            "a probe has no opinion; what it may offer stands in the lists",
            "register",
            "observation",
            "observation.tls",
            "observation.certificate",
            "probe.net"),
        arrow(
            "probe.dns",
            "a probe has no opinion, and lets no answer pass for signed that is not",
            "register",
            "observation",
            "probe.net",
            "probe.dnssec"),
        arrow(
            "probe.dnssec",
            "what was answered is validated without asking anybody",
            "register",
            "observation"),
        arrow(
            "settings",
            "settings are read before anything runs",
            "register",
            "observation.tls",
            "observation.text",
            "observation.page",
            "policy",
            "check",
            "profile",
            "profile.observatory",
            "probe.net"),
        arrow(
            "practice",
            "the pretend estate is outside: what we scan does not know the scanner",
            "register",
            "settings",
            "policy",
            "probe.net"),
        arrow("store.embedded", "a database server knows nothing of what it keeps", "register"),
        arrow("store", "the store keeps the core's words and decides nothing", CORE),
        arrow(
            "scan",
            "the conductor serves no pages and no API",
            with("store", "probe", "probe.*", "settings", "notice")),
        arrow("notice", "what to say follows from what is kept", with("store", "settings")),
        arrow("access", "who may do what is asked of the store", with("store", "settings")),
        arrow(
            "api",
            "the API shows and asks; it never looks, and knows no page",
            with("store", "scan", "notice", "access", "settings")),
        arrow(
            "web",
            "pages show and ask; they never look, and know no API",
            with("store", "scan", "notice", "access", "settings")),
        arrow(
            "cli",
            "the command line does the same as the API and the pages, beside them",
            with(
                "store",
                "store.embedded",
                "scan",
                "notice",
                "access",
                "settings",
                "practice",
                "probe",
                "probe.*")));
  }

  private static Stream<String> packages() {
    return ESTATE.stream()
        .map(JavaClass::getPackageName)
        .distinct()
        .filter(name -> !name.equals(ROOT))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesOnlyWhatTheTableAllows(String name) {
    var arrow =
        arrows()
            .filter(row -> matches(row.from(), name))
            .min(comparing(row -> row.from().endsWith("*")))
            .orElseThrow(() -> new AssertionError(name + " does not stand in the table"));
    noClasses()
        .that()
        .resideInAPackage(name)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + "..")
                .and(resideOutsideOfPackage(name))
                .and(
                    describe(
                        "are not in " + arrow.to(),
                        used ->
                            arrow.to().stream()
                                .noneMatch(to -> matches(to, used.getPackageName())))))
        .because(arrow.because())
        .check(ESTATE);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("packages in one big cycle cannot be read, tested or changed apart")
        .check(ESTATE);
  }

  @Test
  void theCoreIsFreeOfFrameworks() {
    classes()
        .that(areInTheCore())
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    ROOT + "..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math..",
                    "java.text..",
                    "java.io..",
                    "java.nio..",
                    "java.security..",
                    "javax.security.auth.x500..",
                    "javax.xml.stream..",
                    "org.jspecify..",
                    "com.ibm.icu..",
                    "org.bouncycastle..",
                    "de.siegmar.fastcsv..",
                    "org.jsoup..",
                    "com.fasterxml.jackson.core..")
                .or(
                    describe(
                        "read JSON into a tree",
                        used ->
                            Set.of(
                                    "com.fasterxml.jackson.databind.JsonNode",
                                    "com.fasterxml.jackson.databind.json.JsonMapper")
                                .contains(base(used))))
                .or(
                    describe(
                        "are names and addresses",
                        used ->
                            Set.of(
                                    "java.net.URI",
                                    "java.net.URISyntaxException",
                                    "java.net.IDN",
                                    "java.net.InetAddress")
                                .contains(base(used)))))
        .because(
            CORE_IS_PURE
                + "; parsers of text, such as Jackson's of JSON into a tree, need nothing but it")
        .check(ESTATE);
  }

  @Test
  void theCoreOpensNoFilesButToReadTheRegister() {
    noClasses()
        .that(areInTheCore())
        .and()
        .resideOutsideOfPackages(ROOT + ".register..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.nio.channels..")
        .because(CORE_IS_PURE)
        .check(ESTATE);
  }

  @Test
  void theCoreReadsNoClock() {
    noClasses()
        .that(areInTheCore())
        .should()
        .accessTargetWhere(readsTheClock())
        .because("a verdict depends on when a thing was seen, never on when it is judged")
        .check(ESTATE);
  }

  @Test
  void sqlStaysInTheStore() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.postgresql..", "org.jooq..", "io.micronaut.data..")
        .because("all SQL is in one place: records in, records out")
        .check(ESTATE);
  }

  @Test
  void socketsAreOpenedBehindTheOneDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".probe..", ROOT + ".practice..", ROOT + ".store.embedded..", ROOT + ".notice..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net.http..", "okhttp3..", "okio..", "org.xbill..")
                .or(
                    describe(
                        "open sockets or ask the DNS",
                        used ->
                            Set.of(
                                    "java.net.Socket",
                                    "java.net.ServerSocket",
                                    "java.net.DatagramSocket",
                                    "java.net.URL",
                                    "java.net.URLConnection",
                                    "java.net.HttpURLConnection",
                                    "javax.net.ssl.SSLContext",
                                    "javax.net.ssl.SSLEngine",
                                    "javax.net.ssl.SSLSocket",
                                    "javax.net.ssl.SSLSocketFactory")
                                .contains(base(used)))))
        .because("every connection passes the address guard, politeness and the limits")
        .check(ESTATE);
  }

  @Test
  void answersAreValidatedWithoutTheNetwork() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".probe.dnssec")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.net..",
                "javax.net..",
                "java.nio.channels..",
                "org.xbill.DNS.dnssec..",
                "org.xbill.DNS.lookup.."))
        .orShould()
        .accessTargetWhere(readsTheClock())
        .because("the same message with the same keys at the same time gets the same verdict")
        .check(ESTATE);
  }

  @Test
  void namesAreResolvedBehindTheOneDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".probe..", ROOT + ".practice..", ROOT + ".store.embedded..")
        .should()
        .callMethodWhere(
            describe(
                "an InetAddress asks the DNS",
                call ->
                    call.getTargetOwner().isAssignableTo("java.net.InetAddress")
                        && !Set.of("ofLiteral", "getAddress", "getHostAddress")
                            .contains(call.getName())))
        .because("every answer of the DNS passes the address guard")
        .check(ESTATE);
  }

  @Test
  void probesAndTheDatabaseServerNeedNoMicronaut() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".probe..", ROOT + ".practice..", ROOT + ".store.embedded..", ROOT + ".settings")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micronaut..", "jakarta..")
        .because("a scan at the command line needs no server around it")
        .allowEmptyShould(true)
        .check(ESTATE);
  }

  private static Arrow arrow(String from, String because, String... to) {
    return new Arrow(from, Set.of(to), because);
  }

  private static String[] with(String... more) {
    return Stream.concat(Arrays.stream(CORE), Arrays.stream(more)).toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> areInTheCore() {
    return describe(
        "are in the core",
        type -> Arrays.stream(CORE).anyMatch(core -> matches(core, type.getPackageName())));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    return describe(
        "reads the clock",
        access -> {
          var owner = access.getTargetOwner().getName();
          var name = access.getTarget().getName();
          return switch (owner) {
            case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(name);
            case "java.time.Clock" -> !name.equals("fixed");
            case "java.util.Date" ->
                name.equals("<init>")
                    && access instanceof JavaConstructorCall call
                    && call.getTarget().getRawParameterTypes().isEmpty();
            default -> owner.startsWith("java.time.") && name.equals("now");
          };
        });
  }

  /// Whether a row of the table means a package; `*` stands for the rest of one label.
  private static boolean matches(String row, String name) {
    return name.matches((ROOT + "." + row).replace(".", "\\.").replace("*", "[^.]+"));
  }

  /// The class itself, or the class of which it is an array.
  private static String base(JavaClass type) {
    return type.getBaseComponentType().getName();
  }
}
