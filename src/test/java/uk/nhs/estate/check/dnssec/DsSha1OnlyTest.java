package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.ds;
import static uk.nhs.estate.check.dnssec.SigningSamples.withHiddenDs;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;

import java.util.stream.Stream;
import uk.nhs.estate.observation.Security;

class DsSha1OnlyTest extends SigningCheckTest {
  DsSha1OnlyTest() {
    super(new DsSha1Only());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("SHA-256"),
        passes("SHA-1 beside SHA-384", ds(SHA1, "2371 13 4 " + "00".repeat(48))),
        fails("SHA-1 alone", "DS 2371, algorithm 13 (ECDSAP256SHA256), digest 1 (SHA-1)", ds(SHA1)),
        fails(
            "whatever validators make of it",
            "digest 1",
            withSecurity(ds(SHA1), new Security.Insecure("no digest is known"))),
        cannotTell(
            "the DS records could not be asked for", "no DS record could be read", withHiddenDs()));
  }

  private static final String SHA1 = "2371 13 1 88F93C5B58C53BE911AA40089EEE77098D96D45C";
}
