package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.SELECTOR;

import java.util.stream.Stream;

class DkimWithoutSha256Test extends DkimCheckTest {
  DkimWithoutSha256Test() {
    super(new DkimWithoutSha256(), "h=sha1", "\"v=DKIM1; h=sha1; p=AAAA\"");
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "only what nobody knows",
            fault(SELECTOR, "h=sha512"),
            with("\"v=DKIM1; h=sha512; p=AAAA\"")),
        passes("both", with("\"v=DKIM1; h=sha1:sha256; p=AAAA\"")),
        doesNotApply("a domain without mail", "SPF lets nobody send", unused("\"h=sha1; p=\"")),
        cannotTell("whether there is mail is not known", "in time", hidden("\"h=sha1; p=\"")));
  }
}
