package uk.nhs.estate.check.dnssec;

import uk.nhs.estate.observation.Security.Reason;

class SignatureExpiredTest extends BogusCheckTest {
  SignatureExpiredTest() {
    super(new SignatureExpired(), Reason.SIGNATURE_EXPIRED);
  }
}
