package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.SELECTOR;

import java.util.stream.Stream;

class DkimKeyUnreadableTest extends DkimCheckTest {
  DkimKeyUnreadableTest() {
    super(new DkimKeyUnreadable(), "it is not in base64", "\"v=DKIM1; p=????\"");
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "a key without its end",
            fault(SELECTOR, "cut off"),
            with(rsa(2048).replaceFirst(".{20}\"$", "\""))),
        fails(
            "a type that receivers do not know",
            fault(SELECTOR, "of the type “dsa”"),
            with("\"v=DKIM1; k=dsa; p=AAAA\"")),
        passes("Ed25519", with(ED25519)),
        passes("a revoked key, which is empty on purpose", with("\"v=DKIM1; p=\"")),
        doesNotApply("a domain without mail", "SPF lets nobody send", unused("\"p=????\"")),
        cannotTell("whether there is mail is not known", "in time", hidden("\"p=????\"")));
  }
}
