package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.SELECTOR;

import java.util.stream.Stream;

class DkimKeyShortTest extends DkimCheckTest {
  DkimKeyShortTest() {
    super(new DkimKeyShort(), "RSA of 1024 bits", rsa(1024));
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails("2,047 bits", fault(SELECTOR, "RSA of 2047 bits"), with(rsa(2047))),
        passes("2,048 bits", with(rsa(2048))),
        passes("a key that is weak, which is worse and said elsewhere", with(rsa(1023))),
        passes("Ed25519", with(ED25519)),
        doesNotApply("a domain without mail", "SPF lets nobody send", unused(rsa(1024))),
        cannotTell("whether there is mail is not known", "in time", hidden(rsa(1024))));
  }
}
