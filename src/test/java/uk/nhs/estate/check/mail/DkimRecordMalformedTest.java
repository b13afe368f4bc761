package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.SELECTOR;

import java.util.stream.Stream;

class DkimRecordMalformedTest extends DkimCheckTest {
  DkimRecordMalformedTest() {
    super(new DkimRecordMalformed(), "“p” stands there twice", "\"v=DKIM1; p=AAAA; p=BBBB\"");
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "two errors",
            fault(SELECTOR, "“dkim1”, not DKIM1; the tag k cannot be “rsa\\”"),
            with("\"v=dkim1; k=rsa\\\\; p=AAAA\"")),
        passes("unknown tags", with("\"v=DKIM1; g=*; p=AAAA;\"")),
        doesNotApply("a domain without mail", "SPF lets nobody send", unused("\"v=DKIM1\"")),
        cannotTell("whether there is mail is not known", "in time", hidden("\"v=DKIM1\"")));
  }
}
