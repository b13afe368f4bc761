package uk.nhs.estate.check.registration;

import static uk.nhs.estate.sample.RdapSample.SOUND;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class TransferLockMissingTest extends CheckTest {
  TransferLockMissingTest() {
    super(new TransferLockMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("locked by its registrar"),
        passes("locked by the registry", SOUND.with("server transfer prohibited").facts()),
        passes("locked, in the words of EPP", SOUND.with("clientTransferProhibited").facts()),
        passes("nothing can be changed at all", SOUND.with("locked").facts()),
        fails(
            "locked against other things only",
            "status: active, client delete prohibited",
            SOUND.with("active", "client delete prohibited").facts()),
        doesNotApply(
            "a name under .uk", "release", SOUND.named("trust.org.uk").with("active").facts()),
        cannotTell("no status given", "no status", SOUND.with().facts()),
        cannotTellWithout(Topic.REGISTRATION));
  }
}
