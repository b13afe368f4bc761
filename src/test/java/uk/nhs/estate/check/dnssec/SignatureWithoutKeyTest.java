package uk.nhs.estate.check.dnssec;

import uk.nhs.estate.observation.Security.Reason;

class SignatureWithoutKeyTest extends BogusCheckTest {
  SignatureWithoutKeyTest() {
    super(new SignatureWithoutKey(), Reason.SIGNATURE_WITHOUT_KEY);
  }
}
