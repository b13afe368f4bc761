package uk.nhs.estate.check.dnssec;

import uk.nhs.estate.observation.Security.Reason;

class SignatureWrongTest extends BogusCheckTest {
  SignatureWrongTest() {
    super(new SignatureWrong(), Reason.SIGNATURE_WRONG);
  }
}
