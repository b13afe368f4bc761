package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.SELECTOR;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;

class DkimSeveralRecordsTest extends DkimCheckTest {
  DkimSeveralRecordsTest() {
    super(new DkimSeveralRecords(), "2 TXT records", "\"v=DKIM1; p=AAAA\"", "\"v=DKIM1; p=BBBB\"");
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "a key beside another text",
            fault(SELECTOR, "2 TXT records"),
            with("\"v=DKIM1; p=AAAA\"", "\"v=spf1 -all\"")),
        passes(
            "several texts that are no keys",
            mail(at("selector1", "\"v=spf1 -all\"", "\"hello\""))),
        doesNotApply(
            "a domain without mail", "SPF lets nobody send", unused("\"p=AAAA\"", "\"p=BBBB\"")),
        cannotTell(
            "whether there is mail is not known", "in time", hidden("\"p=AAAA\"", "\"p=BBBB\"")));
  }
}
