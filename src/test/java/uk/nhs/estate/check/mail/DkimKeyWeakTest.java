package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.SELECTOR;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;

class DkimKeyWeakTest extends DkimCheckTest {
  DkimKeyWeakTest() {
    super(new DkimKeyWeak(), "RSA of 512 bits", rsa(512));
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails("1,023 bits", fault(SELECTOR, "RSA of 1023 bits"), with(rsa(1023))),
        passes("1,024 bits", with(rsa(1024))),
        passes("Ed25519, which is short and strong", with(ED25519)),
        doesNotApply(
            "a name that does not exist",
            "the name does not exist",
            mail(nxdomain(NAME, "TXT"), unasked(BELOW, "TXT"))),
        passes("a key that cannot be read", with("\"p=????\"")),
        fails(
            "a domain without mail, since forged mail passes all the same",
            fault(SELECTOR, "RSA of 512 bits"),
            unused(rsa(512))),
        fails(
            "a domain of which it is not known whether it has mail",
            fault(SELECTOR, "RSA of 512 bits"),
            hidden(rsa(512))));
  }
}
