package uk.nhs.estate.check.mail;

import java.util.stream.Stream;
import uk.nhs.estate.observation.MailFacts;

class DkimKeyRevokedTest extends DkimCheckTest {
  DkimKeyRevokedTest() {
    super(new DkimKeyRevoked(), "the tag p is empty", "\"v=DKIM1; p=\"");
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("a key that cannot be read", with("\"v=DKIM1; p=????\"")),
        passes("a record without the tag", with("\"v=DKIM1\"")),
        doesNotApply("a domain without mail", "SPF lets nobody send", unused("\"p=\"")),
        cannotTell("whether there is mail is not known", "in time", hidden("\"p=\"")));
  }

  @Override
  Example wildcard(MailFacts mail) {
    return passes("a wildcard that revokes whatever is not there", mail);
  }
}
