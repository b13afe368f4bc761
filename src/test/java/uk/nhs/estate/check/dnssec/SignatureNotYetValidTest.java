package uk.nhs.estate.check.dnssec;

import uk.nhs.estate.observation.Security.Reason;

class SignatureNotYetValidTest extends BogusCheckTest {
  SignatureNotYetValidTest() {
    super(new SignatureNotYetValid(), Reason.SIGNATURE_NOT_YET_VALID);
  }
}
