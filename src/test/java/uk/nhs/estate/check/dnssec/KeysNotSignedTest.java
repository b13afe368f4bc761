package uk.nhs.estate.check.dnssec;

import uk.nhs.estate.observation.Security.Reason;

class KeysNotSignedTest extends BogusCheckTest {
  KeysNotSignedTest() {
    super(new KeysNotSigned(), Reason.KEYS_NOT_SIGNED);
  }
}
