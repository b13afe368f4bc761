package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.SELECTOR;

import java.util.stream.Stream;

class DkimTestingTest extends DkimCheckTest {
  DkimTestingTest() {
    super(new DkimTesting(), "t=y", "\"v=DKIM1; t=y; p=AAAA\"");
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "among other flags", fault(SELECTOR, "t=s : y"), with("\"v=DKIM1; t=s : y; p=AAAA\"")),
        passes("another flag", with("\"v=DKIM1; t=s; p=AAAA\"")),
        doesNotApply("a domain without mail", "SPF lets nobody send", unused("\"t=y; p=\"")),
        cannotTell("whether there is mail is not known", "in time", hidden("\"t=y; p=\"")));
  }
}
