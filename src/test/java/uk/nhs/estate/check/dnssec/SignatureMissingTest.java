package uk.nhs.estate.check.dnssec;

import uk.nhs.estate.observation.Security.Reason;

class SignatureMissingTest extends BogusCheckTest {
  SignatureMissingTest() {
    super(new SignatureMissing(), Reason.SIGNATURE_MISSING);
  }
}
