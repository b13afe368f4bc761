package uk.nhs.estate.check.mail;

import java.util.stream.Stream;

class DkimNotForMailTest extends DkimCheckTest {
  DkimNotForMailTest() {
    super(new DkimNotForMail(), "s=tlsrpt", "\"v=DKIM1; s=tlsrpt; p=AAAA\"");
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("mail among others", with("\"v=DKIM1; s=tlsrpt:email; p=AAAA\"")),
        passes("everything", with("\"v=DKIM1; s=*; p=AAAA\"")),
        doesNotApply("a domain without mail", "SPF lets nobody send", unused("\"s=tlsrpt; p=\"")),
        cannotTell("whether there is mail is not known", "in time", hidden("\"s=tlsrpt; p=\"")));
  }
}
