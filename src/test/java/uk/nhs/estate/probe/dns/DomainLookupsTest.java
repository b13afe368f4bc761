package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookup.Absent;
import uk.nhs.estate.practice.AwkwardZones;
import uk.nhs.estate.practice.Misbehaviour;
import uk.nhs.estate.practice.Signing;

class DomainLookupsTest {
  private DnsLab lab;

  @BeforeEach
  void start() throws IOException {
    lab = DnsLab.start();
    var server = lab.world.dns().open();
    lab.world.put(
        AwkwardZones.sound("supplier.test", server, server)
            .with("_spf TXT \"v=spf1 -all\"")
            .signed(Signing.from(DnsLab.NOW)),
        server);
  }

  @AfterEach
  void stop() throws IOException {
    lab.close();
  }

  @Test
  void answersAboutTheDomainAndAboutNamesElsewhere() {
    var lookups = lab.probe.lookups(DnsLab.DOMAIN);

    assertThat(lookups.asked(DnsLab.DOMAIN, "A").data()).containsExactly("127.42.0.7");
    assertThat(lookups.asked("_SPF.supplier.test.", "TXT").data())
        .containsExactly("\"v=spf1 -all\"");
    assertThat(lookups.asked(DnsLab.DOMAIN, "SPF").answer())
        .isEqualTo(new Absent(Absence.NODATA, List.of()));
    assertThat(lookups.asked("nobody.supplier.test", "TXT").answer())
        .isEqualTo(new Absent(Absence.NXDOMAIN, List.of()));
    assertThat(lookups.answers())
        .extracting(Lookup::name)
        .containsExactlyInAnyOrder(
            DnsLab.DOMAIN, DnsLab.DOMAIN, "_spf.supplier.test", "nobody.supplier.test");
  }

  @Test
  void asksEachQuestionOnceHoweverManyWantItsAnswer() throws InterruptedException {
    lab.probe.lookups(DnsLab.DOMAIN).asked(DnsLab.DOMAIN, "AAAA"); // the way there is known now
    var alone = lab.probe.lookups(DnsLab.DOMAIN);
    alone.asked(DnsLab.DOMAIN, "AAAA");
    var lookups = lab.probe.lookups(DnsLab.DOMAIN);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          threads.invokeAll(
              IntStream.range(0, 20)
                  .<Callable<Lookup>>mapToObj(_ -> () -> lookups.asked(DnsLab.DOMAIN, "AAAA"))
                  .toList());
      assertThat(all).extracting(one -> one.resultNow()).containsOnly(all.getFirst().resultNow());
    }
    assertThat(lookups.questions()).isEqualTo(alone.questions()).isPositive();
    assertThat(lookups.answers()).hasSize(1);
  }

  @Test
  void sharesNamesElsewhereWithOtherDomains() {
    lab.probe.lookups(DnsLab.DOMAIN).asked("_spf.supplier.test", "TXT");
    var other = lab.probe.lookups("elsewhere.test");

    assertThat(other.asked("_spf.supplier.test", "TXT").data()).containsExactly("\"v=spf1 -all\"");
    assertThat(other.questions()).isZero();
  }

  @Test
  void asksDomainsTheirOwnNamesAnew() {
    lab.probe.lookups(DnsLab.DOMAIN).asked(DnsLab.DOMAIN, "A");
    var again = lab.probe.lookups(DnsLab.DOMAIN);
    again.asked(DnsLab.DOMAIN, "A");

    assertThat(again.questions()).isPositive();
  }

  @Test
  void isBoundedAsAWhole() throws IOException {
    try (var hurried = DnsLab.start(Duration.ofMillis(1))) {
      hurried.world.dns().misbehave(hurried.first, new Misbehaviour.Silent());
      hurried.world.dns().misbehave(hurried.second, new Misbehaviour.Silent());
      var lookups = hurried.probe.lookups(DnsLab.DOMAIN);
      lookups.asked(DnsLab.DOMAIN, "A");
      int before = lookups.questions();

      assertThat(lookups.asked(DnsLab.DOMAIN, "TXT").answer()).isInstanceOf(Lookup.Unasked.class);
      assertThat(lookups.questions()).isEqualTo(before);
    }
  }
}
