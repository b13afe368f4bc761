package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.ds;
import static uk.nhs.estate.check.dnssec.SigningSamples.everyServer;
import static uk.nhs.estate.check.dnssec.SigningSamples.withHiddenDs;
import static uk.nhs.estate.check.dnssec.SigningSamples.withoutAnyAnswerOnKeys;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.DS;
import static uk.nhs.estate.sample.SoundServers.noData;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;

class DsStaleTest extends SigningCheckTest {
  DsStaleTest() {
    super(new DsStale());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("one DS record for one of the keys"),
        passes("a DS record for each key", ds(DS, ZSK_DS)),
        passes(
            "two digests of one key", ds(DS, "2371 13 1 88F93C5B58C53BE911AA40089EEE77098D96D45C")),
        passes("a digest that nobody here can make", ds(DS, "2371 13 3 00")),
        fails(
            "one for a key that is gone",
            new Verdict.Fail(
                "DS 4711 (SHA-256)",
                "DS 4711, algorithm 13 (ECDSAP256SHA256), digest 2 (SHA-256); the zone has DNSKEY"
                    + " 2371"),
            ds(DS, "4711 13 2 " + "00".repeat(32))),
        fails(
            "one with a wrong digest",
            new Verdict.Fail("DS 2371 (SHA-1)", "digest 1 (SHA-1)"),
            ds(DS, "2371 13 1 " + "00".repeat(20))),
        fails(
            "one of another algorithm",
            new Verdict.Fail("DS 2371 (SHA-256)", "algorithm 8 (RSASHA256)"),
            ds(DS, DS.replace(" 13 ", " 8 "))),
        doesNotApply(
            "none fits, which is the fault of another check",
            "no DS record fits",
            ds("4711 13 2 " + "00".repeat(32))),
        doesNotApply(
            "no keys",
            "no DNSKEY",
            everyServer(dns(absent(NAME, "DNSKEY")), Question.DNSKEY, noData())),
        cannotTell(
            "the DS records could not be asked for", "no DS record could be read", withHiddenDs()),
        cannotTell("the keys could not be asked for", "no DNSKEY", withoutAnyAnswerOnKeys()));
  }

  private static final String ZSK_DS =
      "55647 13 2 9BAA8BDDFDA0E939D2C329A32202CE265B84007E65E0CEDCCE47E5CC620EADD8";
}
