package uk.nhs.estate.check.dnssec;

import uk.nhs.estate.observation.Security.Reason;

class DsMatchesNoKeyTest extends BogusCheckTest {
  DsMatchesNoKeyTest() {
    super(new DsMatchesNoKey(), Reason.DIGEST_WRONG);
  }
}
