package uk.nhs.estate.check.dnssec;

import uk.nhs.estate.observation.Security.Reason;

class DenialBrokenTest extends BogusCheckTest {
  DenialBrokenTest() {
    super(new DenialBroken(), Reason.DENIAL_MISSING, Reason.DENIAL_WRONG);
  }
}
