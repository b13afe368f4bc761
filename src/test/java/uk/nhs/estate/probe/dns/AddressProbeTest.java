package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookup.Absent;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.practice.Misbehaviour;
import uk.nhs.estate.practice.PracticeDns;
import uk.nhs.estate.practice.PracticeZone;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.net.Dialler;

class AddressProbeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String SOA = "@ SOA ns hostmaster 1 7200 1800 1209600 300\n";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private PracticeDns dns;
  private Dialler dialler;
  private AddressProbe probe;

  @BeforeEach
  void start() throws IOException {
    dns = PracticeDns.start();
    dns.serve(PracticeZone.of("com", SOA));
    dns.serve(PracticeZone.of("supplier.com", SOA + "@ A 127.42.0.9\n"));
    dns.serve(
        PracticeZone.of(
            "ferry.test",
            SOA
                + """
                www    A     127.42.0.7
                alias  CNAME www
                gone   CNAME trust.supplier.com.
                free   CNAME www.lapsed.com.
                own    CNAME nothing
                round  CNAME about
                about  CNAME round
                """));
    var settings = Lab.settings(dns.resolver(), 80, 443);
    dialler = new Dialler(settings);
    probe = new DnsProbe(settings, dialler, threads, InstantSource.fixed(NOW)).addresses();
  }

  @AfterEach
  void stop() throws IOException {
    dialler.close();
    dns.close();
    threads.shutdownNow();
  }

  @Test
  void asksForNoDomainWhenThereIsNoAliasOrWhenItLeadsSomewhere() {
    for (var host : List.of("www.ferry.test", "alias.ferry.test", "nothing.ferry.test")) {
      assertThat(probe.look(host).registered()).isNull();
    }
    assertThat(probe.look("alias.ferry.test").aliases()).containsExactly("www.ferry.test");
  }

  @Test
  void asksWhetherTheDomainOfAMissingTargetIsRegistered() {
    var facts = probe.look("gone.ferry.test");

    assertThat(registered(facts)).isInstanceOf(Lookup.Found.class);
    assertThat(facts.pointedAt())
        .hasValueSatisfying(
            target -> {
              assertThat(target.name()).isEqualTo("trust.supplier.com");
              assertThat(target.provesThatItDoesNotExist()).isTrue();
              assertThat(target.provesThatItsDomainIsFree()).isFalse();
            });
  }

  @Test
  void seesThatADomainIsNotRegistered() {
    var facts = probe.look("free.ferry.test");

    assertThat(registered(facts)).isEqualTo(new Absent(Absence.NXDOMAIN, List.of()));
    assertThat(facts.pointedAt()).map(PointedAt::provesThatItsDomainIsFree).hasValue(true);
  }

  @Test
  void doesNotTakeTheSilenceOfARegistryForItsWord() {
    dns.misbehave("lapsed.com", new Misbehaviour.Silent());
    dns.misbehave("www.lapsed.com", new Misbehaviour.Slow(Duration.ZERO));
    var facts = probe.look("free.ferry.test");

    assertThat(registered(facts)).isInstanceOf(Lookup.Unasked.class);
    assertThat(facts.pointedAt()).map(PointedAt::provesThatItsDomainIsFree).hasValue(false);
  }

  @Test
  void asksNobodyForANameThatNobodyCanRegister() {
    assertThat(probe.look("own.ferry.test").registered()).isNull();
  }

  @Test
  void seesACircle() {
    var facts = probe.look("round.ferry.test");

    assertThat(facts.a().answer())
        .isEqualTo(new Absent(Absence.LOOP, List.of("about.ferry.test", "round.ferry.test")));
    assertThat(facts.registered()).isNull();
  }

  private static Lookup.Answer registered(AddressFacts facts) {
    return Objects.requireNonNull(facts.registered()).answer();
  }
}
