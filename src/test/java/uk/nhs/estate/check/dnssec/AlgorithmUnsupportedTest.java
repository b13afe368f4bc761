package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.ds;
import static uk.nhs.estate.check.dnssec.SigningSamples.withHiddenDs;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;
import static uk.nhs.estate.sample.SoundServers.DS;

import java.util.stream.Stream;
import uk.nhs.estate.observation.Security;

class AlgorithmUnsupportedTest extends SigningCheckTest {
  AlgorithmUnsupportedTest() {
    super(new AlgorithmUnsupported());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("ECDSA"),
        passes("one that was given up", ds("2371 12 1 0000")),
        passes("one that is known beside one that is not", ds(DS, "4711 17 2 0000")),
        fails(
            "one that is not known",
            "DS 4711, algorithm 17 (unknown), digest 2 (SHA-256)",
            withSecurity(ds("4711 17 2 0000"), new Security.Insecure("no algorithm is known"))),
        fails("a private one", "algorithm 253 (unknown)", ds("4711 253 2 0000")),
        fails("a digest that is not known", "digest 6 (SM3)", ds("2371 13 6 0000")),
        fails("a digest without a name", "digest 9 (unknown)", ds("2371 13 9 0000")),
        cannotTell(
            "the DS records could not be asked for", "no DS record could be read", withHiddenDs()));
  }
}
