package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Oddity;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.sample.OddCertificates;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.SoundTls;
import uk.nhs.estate.settings.ScannerConfig;

class TlsReportTest {
  @TempDir Path folder;

  @Test
  void aSoundSiteHasTheLetterAndItsChainsLeadToTheRoot() throws Exception {
    assertThat(printed(SoundSite.tls()))
        .contains("192.0.2.80:443, [2001:db8::80]:443")
        .contains("Chain of trust         Leads to the trusted root CN=Practice Root CA")
        .contains("Letter")
        .doesNotContain("What differs");
  }

  @Test
  void whatDiffersBetweenAddressesIsSaid() throws Exception {
    var facts =
        SoundTls.facts(
            SoundTls.met(SoundTls.IPV4, its -> its),
            SoundTls.met(
                SoundTls.IPV6,
                its -> SoundTls.version(its, TlsPosture.TLS_1_0, new Trial.TakenUp(""))));

    assertThat(printed(facts))
        .containsPattern("What differs between addresses\n    TLS 1.0  No +Yes");
  }

  @Test
  void nothingOfTheOtherSideCanMoveTheTerminal() throws Exception {
    var facts =
        SoundTls.facts(
            its ->
                SoundTls.oddities(
                    SoundTls.chains(
                        its,
                        SoundTls.shown(
                            null,
                            List.of(OddCertificates.withoutAlternativeNames("\"\u001b[2Jx\"")))),
                    new Oddity(Oddity.Kind.OTHER, "\u202Eoffered", "\u001b]0;title\u0007")));

    assertThat(printed(facts))
        .contains("\\x1B]0;title\\x07", "\\u202Eoffered")
        .doesNotContain("\u001b", "\u202E", "\u0007");
  }

  private String printed(TlsFacts facts) throws Exception {
    var config = ScannerConfig.read(null);
    var root =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(SoundSite.CA.root().getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    var judges =
        TlsJudges.of(
            config.policy(LocalDate.parse("2026-11-24")),
            config.lists().logs(),
            "--ca-file",
            Files.writeString(folder.resolve("root.pem"), root).toString());
    var out = new StringWriter();
    new TlsReport(
            new TlsTarget(SoundSite.HOST, null, 443),
            SoundSite.HOST,
            null,
            new Sighting.Seen(Topic.TLS, facts),
            judges,
            config.lists().tlsProfiles())
        .print(facts, new PrintWriter(out, true));
    return out.toString();
  }
}
