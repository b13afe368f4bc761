package uk.nhs.estate.probe;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.practice.PracticeEstate;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.ClaimableServices;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Target;

class LookTest {
  private static final ClaimableServices NONE = new ClaimableServices(List.of());
  private static final Site SOUND = site("www.northmoor-hospitals.test");

  private static PracticeEstate estate;
  private static ScannerSettings settings;
  private static Look look;

  @BeforeAll
  static void start() throws IOException {
    estate = PracticeEstate.start(Instant.now());
    settings =
        Lab.smtp(
            Lab.settings(estate.resolver(), estate.httpPort(), estate.httpsPort()),
            estate.smtpPort());
    look =
        new Look(
            settings, NONE, Lab.NO_REGISTRIES, Lab.SELECTORS, Lab.TRUSTED, InstantSource.system());
  }

  @AfterAll
  static void stop() throws IOException {
    look.close();
    estate.close();
  }

  @Test
  void seesTheDelegationAndTheMailOfADomain() {
    var seen = look.at(domain("northmoor-hospitals.test"), ScanLevel.ORDINARY);

    var dns = facts(seen, Topic.DNS, DnsFacts.class);
    assertThat(dns.ns().data())
        .containsExactlyInAnyOrder(
            "ns1.northmoor-hospitals.test.", "ns2.northmoor-hospitals.test.");
    assertThat(dns.soa().data()).singleElement().asString().endsWith(" 7200 1800 1209600 300");
    assertThat(dns.nameServerAddresses())
        .extracting(Lookup::type)
        .containsExactly("A", "AAAA", "A", "AAAA");
    assertThat(dns.caa().data()).contains("0 issue \"practice-ca.test\"");
    var mail = facts(seen, Topic.MAIL, MailFacts.class);
    assertThat(mail.mx().data()).containsExactly("10 mail.northmoor-hospitals.test.");
    assertThat(mail.txt().data()).containsExactly("\"v=spf1 mx -all\"");
    assertThat(mail.dmarc().name()).isEqualTo("_dmarc.northmoor-hospitals.test");
    assertThat(mail.dmarc().data()).singleElement().asString().startsWith("\"v=DMARC1; p=reject;");
    assertThat(facts(seen, Topic.REGISTRATION, RegistrationFacts.class).outcome())
        .isInstanceOf(RegistrationFacts.KeptApart.class);
  }

  @Test
  void seesTheAddressesTheChainAndTheAnswersOfASite() {
    var seen = look.at(SOUND, ScanLevel.ORDINARY);

    assertThat(facts(seen, Topic.ADDRESS, AddressFacts.class).addresses())
        .singleElement()
        .asString()
        .startsWith("127.");
    var tls = facts(seen, Topic.TLS, TlsFacts.class);
    assertThat(tls.outcome())
        .isInstanceOfSatisfying(
            TlsFacts.Completed.class,
            done -> {
              assertThat(done.version()).isEqualTo("TLSv1.3");
              assertThat(done.certificates()).hasSize(2);
              assertThat(done.certificates().getFirst().getSubjectX500Principal().getName())
                  .isEqualTo("CN=www.northmoor-hospitals.test");
            });
    var http = facts(seen, Topic.HTTP, HttpFacts.class);
    assertThat(http.plain().hops())
        .extracting(hop -> hop.status() + " " + hop.url())
        .containsExactly(
            "301 http://www.northmoor-hospitals.test/",
            "200 https://www.northmoor-hospitals.test/");
    assertThat(http.secure().end()).isEqualTo(new Visit.Answered());
    assertThat(http.secure().body()).isNotNull();
    assertThat(http.secure().hops().getFirst().values("strict-transport-security"))
        .containsExactly("max-age=63072000; includeSubDomains");
    assertThat(http.securityTxt().body())
        .isNotNull()
        .extracting(Part::bytes, as(BYTE_ARRAY))
        .asString(StandardCharsets.UTF_8)
        .startsWith("Contact: mailto:security@");
  }

  @Test
  void seesTheSameAtASecondLook() {
    var first = look.at(SOUND, ScanLevel.ORDINARY);
    var second = look.at(SOUND, ScanLevel.ORDINARY);

    for (var topic : first.byTopic().keySet()) {
      assertThat(facts(second, topic, Facts.class).steady())
          .isEqualTo(facts(first, topic, Facts.class).steady());
    }
  }

  @Test
  void doesNotLookAtThoseWhoOptedOut() {
    assertThat(obstacles(look.at(SOUND, ScanLevel.NONE)))
        .containsExactly(Kind.SCAN_LEVEL, Kind.SCAN_LEVEL, Kind.SCAN_LEVEL);
    assertThat(obstacles(look.at(domain("northmoor-hospitals.test"), ScanLevel.NONE)))
        .containsExactly(Kind.SCAN_LEVEL, Kind.SCAN_LEVEL, Kind.SCAN_LEVEL);
  }

  @Test
  void makesOneVisitOnlyAtThePassiveLevel() {
    var http = facts(look.at(SOUND, ScanLevel.PASSIVE), Topic.HTTP, HttpFacts.class);

    assertThat(http.secure().end()).isEqualTo(new Visit.Answered());
    assertThat(List.of(http.plain().end(), http.securityTxt().end()))
        .allSatisfy(
            end ->
                assertThat(end)
                    .isInstanceOfSatisfying(
                        Visit.Obstructed.class,
                        hidden -> assertThat(hidden.obstacle().kind()).isEqualTo(Kind.SCAN_LEVEL)));
  }

  @Test
  void doesNotVisitASiteWithoutAnAddress() {
    var seen = look.at(site("www.mistlethwaite-dental.test"), ScanLevel.ORDINARY);

    assertThat(facts(seen, Topic.ADDRESS, AddressFacts.class).a().answer())
        .isEqualTo(new Lookup.Absent(Lookup.Absence.NXDOMAIN, List.of()));
    assertThat(obstacles(seen)).containsExactly(Kind.NO_ADDRESS, Kind.NO_ADDRESS);
  }

  @Test
  void doesNotTakeSilentNameServersForAnAbsence() {
    var silent = Kind.NAME_SERVERS_SILENT;

    assertThat(obstacles(look.at(site("www.quietwater-support.test"), ScanLevel.ORDINARY)))
        .containsExactly(silent, silent, silent);
    assertThat(obstacles(look.at(domain("quietwater-support.test"), ScanLevel.ORDINARY)))
        .containsExactly(silent, silent);
  }

  @Test
  void tellsWhoHangsUpFromWhoIsSilent() {
    assertThat(obstacles(look.at(site("maps.slowley-dawdle.test"), ScanLevel.ORDINARY)))
        .containsExactly(Kind.CONNECTION_RESET, Kind.CONNECTION_RESET);
    assertThat(obstacles(look.at(site("www.slowley-dawdle.test"), ScanLevel.ORDINARY)))
        .containsExactly(Kind.TIMED_OUT, Kind.TIMED_OUT);
  }

  @Test
  void connectsToNothingThatTheOperatorDoesNotAllow() {
    var strict =
        new ScannerSettings(
            settings.userAgent(),
            settings.resolvers(),
            List.of(),
            List.of(),
            settings.httpPort(),
            settings.httpsPort(),
            settings.smtpPort(),
            settings.smtpHelo(),
            null,
            settings.limits(),
            settings.politeness(),
            settings.dns(),
            settings.web());
    try (var outside =
        new Look(
            strict, NONE, Lab.NO_REGISTRIES, Lab.SELECTORS, Lab.TRUSTED, InstantSource.system())) {
      var seen = outside.at(SOUND, ScanLevel.ORDINARY);

      assertThat(seen.of(Topic.ADDRESS)).isInstanceOf(Sighting.Seen.class);
      assertThat(obstacles(seen)).containsExactly(Kind.FORBIDDEN_ADDRESS, Kind.FORBIDDEN_ADDRESS);
    }
  }

  @Test
  void hidesOneTopicWhenWeFailAndNoOther() {
    var calls = new AtomicInteger();
    InstantSource failsOnce =
        () -> {
          if (calls.incrementAndGet() == 3) { // the look, the addresses, then TLS
            throw new IllegalStateException("on purpose");
          }
          return Instant.EPOCH;
        };
    var log = (Logger) LoggerFactory.getLogger(Look.class);
    var logged = new ListAppender<ILoggingEvent>();
    logged.start();
    log.addAppender(logged);
    log.setAdditive(false);
    try (var faulty =
        new Look(settings, NONE, Lab.NO_REGISTRIES, Lab.SELECTORS, Lab.TRUSTED, failsOnce)) {
      var seen = faulty.at(SOUND, ScanLevel.ORDINARY);

      assertThat(seen.of(Topic.ADDRESS)).isInstanceOf(Sighting.Seen.class);
      assertThat(seen.of(Topic.TLS))
          .isInstanceOfSatisfying(
              Sighting.Unseen.class,
              hidden -> assertThat(hidden.obstacle().kind()).isEqualTo(Kind.SCANNER_FAULT));
      assertThat(seen.of(Topic.HTTP)).isInstanceOf(Sighting.Seen.class);
      assertThat(logged.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .containsExactly("The look at TLS of www.northmoor-hospitals.test failed");
    } finally {
      log.setAdditive(true);
      log.detachAppender(logged);
    }
  }

  @Test
  void servesManyThreadsAtOnce() throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Observation> one = () -> look.at(SOUND, ScanLevel.PASSIVE);
      var looks = threads.invokeAll(Collections.nCopies(20, one));

      assertThat(looks).allSatisfy(done -> assertThat(obstacles(done.resultNow())).isEmpty());
    }
  }

  @Test
  void endsLooksAndThreadsWhenItCloses() throws InterruptedException {
    var patient =
        Lab.limits(
            settings,
            new ScannerSettings.Limits(
                Duration.ofMinutes(1),
                1,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                10,
                16_384,
                4096,
                4));
    var closing =
        new Look(
            patient, NONE, Lab.NO_REGISTRIES, Lab.SELECTORS, Lab.TRUSTED, InstantSource.system());
    var site =
        Thread.startVirtualThread(
            () -> closing.at(site("www.slowley-dawdle.test"), ScanLevel.ORDINARY));
    var domain =
        Thread.startVirtualThread(
            () -> closing.at(domain("quietwater-support.test"), ScanLevel.ORDINARY));
    Thread.sleep(300);
    assertThat(site.isAlive() && domain.isAlive()).isTrue();

    closing.close();

    assertThat(site.join(Duration.ofSeconds(5))).isTrue();
    assertThat(domain.join(Duration.ofSeconds(5))).isTrue();
    assertThat(obstacles(closing.at(SOUND, ScanLevel.ORDINARY))).containsOnly(Kind.SCANNER_FAULT);
  }

  @Test
  void refusesSettingsThatCannotBeUsed() {
    var wrong =
        new ScannerSettings(
            settings.userAgent(),
            List.of("localhost"),
            List.of(),
            List.of(),
            80,
            443,
            25,
            null,
            null,
            settings.limits(),
            settings.politeness(),
            settings.dns(),
            settings.web());

    assertThatThrownBy(
            () ->
                new Look(
                    wrong,
                    NONE,
                    Lab.NO_REGISTRIES,
                    Lab.SELECTORS,
                    Lab.TRUSTED,
                    InstantSource.system()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("resolvers"));
  }

  private static <F> F facts(Observation seen, Topic topic, Class<F> type) {
    assertThat(seen.of(topic)).isInstanceOf(Sighting.Seen.class);
    return type.cast(((Sighting.Seen) seen.of(topic)).facts());
  }

  /// What hid topics, in their order.
  private static List<Kind> obstacles(Observation seen) {
    return seen.sightings().stream()
        .filter(Sighting.Unseen.class::isInstance)
        .map(sighting -> ((Sighting.Unseen) sighting).obstacle().kind())
        .toList();
  }

  private static Target domain(String name) {
    return new Domain(DomainName.parse(name));
  }

  private static Site site(String host) {
    return PublicSuffixes.bundled().site(DomainName.parse(host));
  }
}
