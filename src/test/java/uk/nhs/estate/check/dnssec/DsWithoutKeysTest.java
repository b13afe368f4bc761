package uk.nhs.estate.check.dnssec;

import uk.nhs.estate.observation.Security.Reason;

class DsWithoutKeysTest extends BogusCheckTest {
  DsWithoutKeysTest() {
    super(new DsWithoutKeys(), Reason.KEYS_MISSING);
  }
}
