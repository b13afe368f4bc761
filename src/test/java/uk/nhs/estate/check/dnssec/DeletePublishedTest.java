package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.DS;

import java.util.stream.Stream;

class DeletePublishedTest extends SigningCheckTest {
  DeletePublishedTest() {
    super(new DeletePublished());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("neither CDS nor CDNSKEY"),
        passes("a CDS record for the key in use", dns(found(NAME, "CDS", DS))),
        fails("a CDS record to delete", "CDS 0 0 0 00", dns(found(NAME, "CDS", "0 0 0 00"))),
        fails(
            "a CDNSKEY record to delete",
            "CDNSKEY 0 3 0 AA==",
            dns(found(NAME, "CDNSKEY", "0 3 0 AA=="))),
        fails(
            "both",
            "CDS 0 0 0 00; CDNSKEY 0 3 0 AA==",
            dns(found(NAME, "CDS", "0 0 0 00"), found(NAME, "CDNSKEY", "0 3 0 AA=="))),
        fails(
            "one is enough",
            "CDS 0 0 0 00",
            dns(found(NAME, "CDS", "0 0 0 00"), unasked(NAME, "CDNSKEY"))),
        cannotTell("one could not be asked for", "CDS and CDNSKEY", dns(unasked(NAME, "CDNSKEY"))));
  }
}
