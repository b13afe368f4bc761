package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.sample.DmarcSample;
import uk.nhs.estate.store.DmarcImports.Outcome;
import uk.nhs.estate.store.DmarcImports.Taken;
import uk.nhs.estate.store.DmarcImports.UnknownDomain;

class DmarcImportsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final DmarcSample SOUND =
      DmarcSample.about("trust.nhs.uk", DAY)
          .passing("192.0.2.25", 40)
          .failing("2001:db8::1", 3, "other.example")
          .listed("203.0.113.7", 2);

  private final TestRegister register = new TestRegister(Path.of("unused"));

  @BeforeEach
  void registerDomains() {
    register.run("insert into target (kind, name) values ('DOMAIN', 'trust.nhs.uk')");
    register.run("insert into target (kind, name) values ('DOMAIN', 'other.nhs.uk')");
  }

  @Test
  void keepsWhatAReportSays() {
    assertThat(take(SOUND.gzip()))
        .containsExactly(
            new Taken(
                Outcome.STORED,
                "receiver.example",
                SOUND.id(),
                "trust.nhs.uk",
                "trust.nhs.uk",
                3,
                45));
    assertThat(
            register.texts(
                """
                select concat_ws(' ', t.name, r.domain, r.reporter, r.day, r.policy, r.messages,
                  r.published ->> 'adkim', r.received_by, extract(epoch from r.ends_at - r.begins_at))
                from dmarc_report r join target t on t.id = r.target_id
                """))
        .containsExactly(
            "trust.nhs.uk trust.nhs.uk receiver.example 2026-11-20 NONE 45 r Ann 86399.000000");
    assertThat(
            register.texts(
                """
                select concat_ws(' ', number, host(source), messages, disposition, dkim, spf,
                  header_from, overrides, authenticated, results -> 0 ->> 'selector')
                from dmarc_row order by number
                """))
        .containsExactly(
            "1 192.0.2.25 40 NONE t t trust.nhs.uk {} {trust.nhs.uk} s1",
            "2 2001:db8::1 3 NONE f f trust.nhs.uk {} {other.example} s1",
            "3 203.0.113.7 2 NONE f f trust.nhs.uk {mailing_list} {lists.example} s1");
  }

  @Test
  void aReportIsKeptOnceHoweverItIsPacked() {
    take(SOUND.bytes());
    assertThat(take(SOUND.gzip())).extracting(Taken::outcome).containsExactly(Outcome.DUPLICATE);
    assertThat(take(DmarcSample.zip(SOUND.bytes(), SOUND.bytes(), SOUND.id("new").bytes())))
        .extracting(Taken::outcome)
        .containsExactlyInAnyOrder(Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.STORED);
    assertThat(counts()).containsExactly("2 6");
  }

  @Test
  void ofAReportThatComesAgainWithOtherContentTheFirstStays() {
    take(SOUND.bytes());
    assertThat(take(SOUND.passing("192.0.2.99", 1).bytes()))
        .extracting(Taken::outcome)
        .containsExactly(Outcome.DIFFERENT);
    assertThat(counts()).containsExactly("1 3");
  }

  @Test
  void theSameIdFromAnotherReporterOrAboutAnotherDomainIsAnotherReport() {
    take(SOUND.id("1").bytes());
    take(SOUND.id("1").by("another.example").bytes());
    take(DmarcSample.about("other.nhs.uk", DAY).id("1").bytes());
    assertThat(counts()).containsExactly("3 7");
  }

  @Test
  void aReportAboutASubdomainBelongsToTheRegisteredDomainAbove() {
    var below = DmarcSample.about("clinic.mail.trust.nhs.uk", DAY);
    assertThat(take(below.bytes())).extracting(Taken::registered).containsExactly("trust.nhs.uk");
    register.run("insert into target (kind, name) values ('DOMAIN', 'mail.trust.nhs.uk')");
    assertThat(take(below.id("2").bytes()))
        .extracting(Taken::registered)
        .containsExactly("mail.trust.nhs.uk");
  }

  @Test
  void aReportAboutADomainThatNobodyRegisteredIsRefusedAndNothingOfItsFileIsKept() {
    var unknown = DmarcSample.about("zz-unknown.example", DAY);
    var file = DmarcSample.zip(SOUND.bytes(), unknown.bytes());
    var refusal = catchThrowableOfType(UnknownDomain.class, () -> take(file));
    assertThat(refusal.name()).isEqualTo("zz-unknown.example");
    assertThat(refusal.message())
        .isEqualTo(
            "The register holds neither zz-unknown.example nor a domain above it: register it"
                + " first.");
    assertThat(counts()).containsExactly("0 0");
  }

  @Test
  void aSiteOrASuffixIsNoDomainToReportAbout() {
    register.run(
        """
        insert into target (kind, name, domain_id)
        select 'SITE', 'www.third.nhs.uk', id from target where name = 'other.nhs.uk'
        """);
    for (var name : List.of("www.third.nhs.uk", "nhs.uk")) {
      var report = DmarcSample.about(name, DAY).bytes();
      assertThat(catchThrowableOfType(UnknownDomain.class, () -> take(report))).isNotNull();
    }
  }

  @Test
  void nothingOfABrokenFileIsKept() {
    var broken = SOUND.xml().replace("203.0.113.7", "nowhere").getBytes();
    assertThat(catchThrowableOfType(Refusal.class, () -> take(DmarcSample.gzip(broken))))
        .isNotNull();
    assertThat(counts()).containsExactly("0 0");
  }

  @Test
  void importsAtTheSameTimeKeepEachReportOnceAndWaitForEachOther() throws Exception {
    var reports =
        new ArrayList<>(
            IntStream.range(0, 12)
                .mapToObj(number -> SOUND.id("report " + number).bytes())
                .toList());
    var start = new CyclicBarrier(6);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<List<Taken>>>();
      for (int number = 0; number < 6; number++) {
        Collections.rotate(reports, 5);
        var file = DmarcSample.zip(reports.toArray(byte[][]::new));
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return take(file);
                }));
      }
      long stored = 0;
      for (var each : running) {
        stored += each.get().stream().filter(report -> report.outcome() == Outcome.STORED).count();
      }
      assertThat(stored).isEqualTo(12);
    }
    assertThat(counts()).containsExactly("12 36");
  }

  private List<Taken> take(byte[] file) {
    return register.dmarc.take(new ByteArrayInputStream(file), "Ann");
  }

  private List<String> counts() {
    return register.texts(
        "select concat_ws(' ', (select count(*) from dmarc_report), (select count(*) from"
            + " dmarc_row))");
  }
}
