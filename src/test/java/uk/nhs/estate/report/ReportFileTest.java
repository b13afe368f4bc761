package uk.nhs.estate.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.report.DmarcReport.AuthResult;
import uk.nhs.estate.report.DmarcReport.Disposition;
import uk.nhs.estate.report.DmarcReport.Mechanism;
import uk.nhs.estate.sample.DmarcSample;

class ReportFileTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final DmarcSample SOUND =
      DmarcSample.about("trust.nhs.uk", DAY).passing("192.0.2.25", 40).listed("2001:DB8::1", 3);

  @Test
  void readsWhatMostSendersWrite() {
    var report = one(SOUND.bytes());

    assertThat(report.reporter()).isEqualTo("receiver.example");
    assertThat(report.id()).isEqualTo("2026-2026-11-20@trust.nhs.uk");
    assertThat(report.domain().ascii()).isEqualTo("trust.nhs.uk");
    assertThat(report.begin()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
    assertThat(report.end()).isEqualTo(Instant.parse("2026-11-20T23:59:59Z"));
    assertThat(report.day()).isEqualTo(DAY);
    assertThat(report.policy().p()).isEqualTo(Disposition.NONE);
    assertThat(report.policy().pct()).isEqualTo("100");
    assertThat(report.messages()).isEqualTo(43);
    assertThat(report.sha256()).matches("[0-9a-f]{64}");
    var row = report.rows().get(1);
    assertThat(row.source()).isEqualTo("2001:db8:0:0:0:0:0:1");
    assertThat(row.dkim()).isFalse();
    assertThat(row.overrides()).containsExactly("mailing_list");
    assertThat(row.results())
        .containsExactly(
            new AuthResult(Mechanism.DKIM, "lists.example", "s1", "fail"),
            new AuthResult(Mechanism.SPF, "lists.example", null, "pass"));
    assertThat(row.authenticated()).containsExactly("lists.example");
  }

  /// RFC 9990 appendix A: the namespace, `pass` as a disposition, new elements in the policy,
  /// elements in any order, extensions at both places.
  @Test
  void readsTheSchemaOfRfc9990() {
    var report =
        one(
            """
            <feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0" xmlns:ext="urn:example:ext">
              <version>1.0</version>
              <report_metadata>
                <report_id>3v98abbp8ya9n3va8yr8oa3ya</report_id>
                <org_name>Sample Reporter</org_name>
                <email>report_sender@reporter.example</email>
                <date_range><end>1763683199</end><begin>1763596800</begin></date_range>
                <generator>A generator v1.2</generator>
              </report_metadata>
              <policy_published>
                <domain>example.com</domain><p>quarantine</p><sp>none</sp><np>reject</np>
                <testing>y</testing><discovery_method>treewalk</discovery_method>
              </policy_published>
              <extension><ext:arc-override>never</ext:arc-override></extension>
              <record>
                <row>
                  <source_ip>192.0.2.123</source_ip><count>123</count>
                  <policy_evaluated>
                    <disposition>pass</disposition><dkim>pass</dkim><spf>fail</spf>
                  </policy_evaluated>
                </row>
                <identifiers>
                  <envelope_from/><header_from>Foo_1.Example.COM</header_from>
                </identifiers>
                <auth_results>
                  <dkim><domain>example.com</domain><result>pass</result></dkim>
                </auth_results>
                <ext:record><record>none of ours</record></ext:record>
              </record>
            </feedback>
            """
                .getBytes(UTF_8));

    assertThat(report.policy().np()).isEqualTo(Disposition.REJECT);
    assertThat(report.policy().testing()).isEqualTo("y");
    assertThat(report.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.disposition()).isEqualTo(Disposition.PASS);
              assertThat(row.headerFrom()).isEqualTo("foo_1.example.com");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<feedback xmlns=\"http://dmarc.org/dmarc-xml/0.1\">",
        "<feedback xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a"
            + " b\">"
      })
  void readsTheOldNamespaceAndWhatSendersPutBesideIt(String root) {
    assertThat(one(SOUND.root(root).bytes()).rows()).hasSize(2);
  }

  /// RFC 7489's schema leaves the elements below the root unqualified.
  @Test
  void readsElementsOutsideTheNamespaceOfTheRoot() {
    var xml =
        SOUND
            .root("<d:feedback xmlns:d=\"http://dmarc.org/dmarc-xml/0.1\">")
            .xml()
            .replace("</feedback>", "</d:feedback>");
    assertThat(one(xml.getBytes(UTF_8)).rows()).hasSize(2);
  }

  @Test
  void takesTheSameReportOutOfEveryContainer() {
    var plain = one(SOUND.bytes());

    assertThat(one(SOUND.gzip())).isEqualTo(plain);
    assertThat(one(DmarcSample.zip(SOUND.bytes()))).isEqualTo(plain);
    assertThat(one(("\uFEFF" + SOUND.xml()).getBytes(UTF_8))).isEqualTo(plain);
    assertThat(read(DmarcSample.zip(SOUND.bytes(), SOUND.id("2").bytes())))
        .extracting(DmarcReport::id)
        .containsExactly(plain.id(), "2");
  }

  @Test
  void readsOtherEncodingsWhenTheyAreWhatTheyClaim() {
    var accented = SOUND.by("Société").xml();
    var sixteen = accented.replace("UTF-8", "UTF-16");

    assertThat(one(accented.getBytes(UTF_8)).reporter()).isEqualTo("Société");
    assertThat(one(sixteen.getBytes(UTF_16)).reporter()).isEqualTo("Société");
    assertThat(one(sixteen.getBytes(UTF_16LE)).reporter()).isEqualTo("Société");
    assertThat(one(accented.replace("UTF-8", "ISO-8859-1").getBytes(ISO_8859_1)).reporter())
        .isEqualTo("Société");
    assertThat(refusal(accented.getBytes(ISO_8859_1)))
        .isEqualTo("It is not in the encoding that it claims.");
    assertThat(refusal(sixteen.getBytes(UTF_8))).contains("not in the encoding that it claims");
    assertThat(refusal(accented.replace("UTF-8", "UTF-7").getBytes(UTF_8))).contains("UTF-7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE feedback>",
        "<!DOCTYPE feedback SYSTEM \"http://127.0.0.1:9/a.dtd\">",
        "<!DOCTYPE feedback [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE feedback [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
        "<!DOCTYPE feedback [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>"
      })
  void refusesADocumentTypeAndWithItEveryEntity(String doctype) {
    var xml = SOUND.xml().replace("<feedback>", doctype + "<feedback>");
    assertThat(refusal(xml.getBytes(UTF_8)))
        .isEqualTo("Line 2, DOCTYPE: it declares a document type, which no report does.");
  }

  @Test
  void refusesAnEntityThatNobodyDeclared() {
    assertThat(spoilt("receiver.example</org", "&e;</org")).contains("refers to an entity");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<count>40</count> | <count>0</count> | count: “0” is no number of messages",
        "<count>40</count> | <count>100000001</count> | count: “100000001” is no number",
        "<count>40</count> | <count>-1</count> | count: “-1” is no number",
        "<count>40</count> | <count>99999999999999999999999</count> | count: “9999",
        "<count>40</count> | <count>1</count><count>1</count> | count: it is there twice in row",
        "<count>40</count> | <other/> | row: count is missing in it",
        "192.0.2.25 | 192.0.2 | source_ip: “192.0.2” is no IP address",
        "192.0.2.25 | 192.0.2.256 | is no IP address",
        "192.0.2.25 | fe80::1%eth0 | is no IP address",
        "192.0.2.25 | localhost | is no IP address",
        "<dkim>pass</dkim> | <dkim>maybe</dkim> | dkim: “maybe” is neither pass nor fail",
        "<disposition>none | <disposition>deleted | disposition: “deleted” is none of",
        "<p>none</p> | <p>pass</p> | p: “pass” is none of",
        "<p>none</p> | <q>none</q> | policy_published: p is missing in it",
        "<domain>trust.nhs.uk</domain> | <domain>no name</domain> | domain: “no name” contains",
        "<header_from>trust.nhs.uk | <header_from>example.org | header_from: “example.org” is not"
            + " below trust.nhs.uk",
        "<header_from>trust.nhs.uk | <header_from>nottrust.nhs.uk | is not below trust.nhs.uk",
        "<org_name>receiver.example</org_name> | <org_name> </org_name> | org_name: it must have 1",
        "<begin> | <begin>soon | begin: “soon",
        "<begin> | <begin>1 | no report can be of that time",
        "<identifiers> | <x/><identifiers><nested/> | "
      })
  void refusesAValueThatIsNoneWhereItStands(String sound, String spoilt, @Nullable String why) {
    assertThat(SOUND.xml()).contains(sound);
    var xml = SOUND.xml().replaceFirst(Pattern.quote(sound), spoilt).getBytes(UTF_8);
    if (why == null) {
      assertThat(read(xml)).hasSize(1);
    } else {
      assertThat(refusal(xml)).startsWith("Line ").contains(why);
    }
  }

  @Test
  void aPeriodIsInOrderSaneAndNotToCome() {
    assertThat(period("2026-11-20T00:00:00Z", "2026-11-20T00:00:00Z")).isEmpty();
    assertThat(period("2026-11-20T00:00:01Z", "2026-11-20T00:00:00Z"))
        .contains("ends before it begins");
    assertThat(period("2026-10-24T00:00:00Z", "2026-11-24T00:00:00Z")).isEmpty();
    assertThat(period("2026-10-23T23:59:59Z", "2026-11-24T00:00:00Z"))
        .contains("longer than 31 days");
    assertThat(period("2026-11-25T00:00:00Z", "2026-11-25T12:00:00Z")).isEmpty();
    assertThat(period("2026-11-25T00:00:00Z", "2026-11-25T12:00:01Z"))
        .contains("no report can be of that time");
    assertThat(period("2011-12-31T23:59:59Z", "2012-01-01T12:00:00Z"))
        .contains("no report can be of that time");
  }

  @Test
  void aReportCountsForTheDayInTheMiddleOfItsPeriod() {
    assertThat(one(SOUND.bytes()).day()).isEqualTo(DAY);
    assertThat(one(times("2026-11-19T22:00:00Z", "2026-11-20T22:00:00Z")).day()).isEqualTo(DAY);
  }

  @Test
  void refusesAnotherDocumentAtTheElementWhereItShows() {
    assertThat(refusal("<html><p>Sign in</p></html>"))
        .isEqualTo(
            "Line 1, html: a DMARC aggregate report has the root element feedback, and this is"
                + " another document.");
    assertThat(refusal(SOUND.root("<feedback xmlns=\"urn:other\">").bytes()))
        .contains("feedback: its namespace “urn:other” is none of DMARC's");
    assertThat(refusal("<feedback/>")).contains("feedback: report_metadata is missing in it");
    assertThat(spoilt("<policy_published>", "<policy>")).contains("not well-formed");
    assertThat(refusal(SOUND.xml() + "<more/>")).contains("not well-formed");
    assertThat(refusal(SOUND.xml().replaceAll("(?s)<record>.*</record>", "")))
        .isEqualTo("Line 19, feedback: record is missing in it.");
    assertThat(refusal(SOUND.xml().replaceAll("(?s)<policy_published>.*</policy_published>", "")))
        .contains("feedback: policy_published is missing in it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"organization-name\":\"x\"} | JSON",
        "From receiver Fri Nov 20 | mail message",
        "Received: from a by b | mail message",
        "%PDF-1.7 | neither XML nor",
        "'' | The file is empty.",
        "'   ' | neither XML nor"
      })
  void saysWhatAFileIsThatIsNoReport(String content, String what) {
    assertThat(refusal(content)).contains(what);
  }

  @Test
  void refusesTextNoReportHas() {
    assertThat(spoilt("receiver.example</org", "a\0b</org")).contains("not well-formed");
    assertThat(spoilt("receiver.example</org", "x".repeat(256) + "</org"))
        .contains("org_name: it must have 1 to 255 characters");
    assertThat(spoilt("receiver.example</org", "x".repeat(4_097) + "</org"))
        .contains("org_name: its text has more than 4,096 characters");
  }

  @Test
  void refusesWhatIsDeeperOrLongerThanAnyReport() {
    assertThat(spoilt("<version>", "<x>".repeat(20) + "<version>"))
        .contains("x: elements are more than 20 deep");
    var records = SOUND.records().getFirst().replaceAll("\\s+<", "<").repeat(50_001);
    assertThat(
            refusal(
                DmarcSample.gzip(
                    SOUND.xml().replace("</feedback>", records + "</feedback>").getBytes(UTF_8))))
        .contains("record: there are more than 50,000");
    assertThat(refusal(bomb("<x/>".repeat(2_000_001), "")))
        .contains("x: there are more than 2,000,000 elements");
  }

  @Test
  void stopsBombsWhileTheyUnpack() {
    var spaces = " ".repeat(33 << 20);
    for (var bomb :
        List.of(
            bomb("<x>" + spaces, "</x>"),
            bomb("<!--" + spaces, "-->"),
            bomb("<x a='" + spaces, "'/>"))) {
      assertThat(bomb.length).isLessThan(100_000);
      assertThat(refusal(bomb)).contains("There is more in it than the 33,554,432 bytes");
    }
    assertThat(refusal(DmarcSample.zip(new byte[33 << 20]))).contains("Entry 2 of the archive");
  }

  @Test
  void stopsAnArchiveWhoseReportsAreTooLargeTogether() {
    var xml = SOUND.xml().replace("<version>", "<x>" + " ".repeat(30 << 20) + "</x><version>");
    var archive = DmarcSample.zip(xml.getBytes(UTF_8), xml.getBytes(UTF_8), xml.getBytes(UTF_8));
    assertThat(refusal(archive)).contains("Entry 4 of the archive: There is more in it");
  }

  @Test
  void refusesArchivesThatAreCutOffDamagedEncryptedEmptyOrInArchives() {
    var gzip = SOUND.gzip();
    for (int length : new int[] {12, gzip.length / 2, gzip.length - 8, gzip.length - 1}) {
      assertThat(refusal(Arrays.copyOf(gzip, length)))
          .isEqualTo("It ends too early: it was cut off.");
    }
    var damaged = gzip.clone();
    damaged[gzip.length - 6] ^= 1;
    assertThat(refusal(damaged)).startsWith("It cannot be read: ");
    assertThat(refusal(DmarcSample.gzip(gzip))).startsWith("It holds another archive");
    assertThat(refusal(DmarcSample.gzip(DmarcSample.zip(SOUND.bytes()))))
        .startsWith("It holds another archive");
    assertThat(refusal(DmarcSample.zip(gzip)))
        .isEqualTo(
            "Entry 2 of the archive: It holds another archive: unpack it, and give what is in it.");
    assertThat(refusal(DmarcSample.zip())).isEqualTo("The archive holds no report.");
    var encrypted = DmarcSample.zip(SOUND.bytes());
    encrypted[6] |= 1;
    assertThat(refusal(encrypted)).contains("encrypted");
    assertThat(refusal(Arrays.copyOf(DmarcSample.zip(SOUND.bytes()), 200)))
        .isEqualTo("It ends too early: it was cut off.");
  }

  @Test
  void refusesTheWholeArchiveForOneReportThatIsNone() {
    var bad = SOUND.xml().replace("192.0.2.25", "x").getBytes(UTF_8);
    assertThat(refusal(DmarcSample.zip(SOUND.bytes(), bad)))
        .matches("Entry 3 of the archive: Line [0-9]+, source_ip: “x” is no IP address\\.");
  }

  @Test
  void ofManySignaturesTheFirstHundredAreKept() {
    var many =
        SOUND
            .xml()
            .replaceFirst(
                "<auth_results>",
                "<auth_results>" + "<dkim><domain>a.example</domain></dkim>".repeat(150));
    assertThat(one(many.getBytes(UTF_8)).rows().getFirst().results()).hasSize(100);
  }

  @Property(tries = 300)
  void aSpoiltReportIsReadOrRefusedAndNothingElse(
      @ForAll @Size(max = 20) List<@IntRange(max = 3000) Integer> places,
      @ForAll long seed,
      @ForAll @IntRange(max = 2) int container) {
    var octets =
        switch (container) {
          case 0 -> SOUND.bytes();
          case 1 -> SOUND.gzip();
          default -> DmarcSample.zip(SOUND.bytes(), SOUND.id("2").bytes());
        };
    var random = new Random(seed);
    for (int place : places) {
      octets[place % octets.length] = (byte) random.nextInt(256);
    }
    check(octets);
    check(Arrays.copyOf(octets, random.nextInt(octets.length + 1)));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    check(bytes);
  }

  private static void check(byte[] file) {
    List<DmarcReport> reports;
    try {
      reports = read(file);
    } catch (Refusal refusal) {
      assertThat(refusal.message()).hasSizeLessThan(1_000).endsWith(".");
      return;
    }
    assertThat(reports).isNotEmpty();
    for (var report : reports) {
      assertThat(report.rows()).isNotEmpty();
      assertThat(report.end()).isAfterOrEqualTo(report.begin());
      assertThat(report.reporter()).hasSizeBetween(1, 255).doesNotContain("\0");
      assertThat(report.messages()).isPositive();
      assertThat(report.rows())
          .allSatisfy(row -> assertThat(row.headerFrom()).endsWith(report.domain().ascii()));
    }
  }

  private static byte[] bomb(String begin, String end) {
    return DmarcSample.gzip(
        SOUND.xml().replace("<version>", begin + end + "<version>").getBytes(UTF_8));
  }

  private static byte[] times(String begin, String end) {
    return SOUND
        .xml()
        .replaceFirst("<begin>\\d+", "<begin>" + Instant.parse(begin).getEpochSecond())
        .replaceFirst("<end>\\d+", "<end>" + Instant.parse(end).getEpochSecond())
        .getBytes(UTF_8);
  }

  /// The refusal of a report about a period; empty when it is read.
  private static String period(String begin, String end) {
    try {
      read(times(begin, end));
      return "";
    } catch (Refusal refusal) {
      return refusal.message();
    }
  }

  private static String spoilt(String sound, String spoilt) {
    assertThat(SOUND.xml()).contains(sound);
    return refusal(SOUND.xml().replace(sound, spoilt));
  }

  private static String refusal(String file) {
    return refusal(file.getBytes(UTF_8));
  }

  private static String refusal(byte[] file) {
    return catchThrowableOfType(Refusal.class, () -> read(file)).message();
  }

  private static DmarcReport one(byte[] file) {
    assertThat(read(file)).hasSize(1);
    return read(file).getFirst();
  }

  private static List<DmarcReport> read(byte[] file) {
    return ReportFile.read(new ByteArrayInputStream(file), NOW);
  }
}
