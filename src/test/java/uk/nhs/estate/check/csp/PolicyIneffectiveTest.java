package uk.nhs.estate.check.csp;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.Visits.answered;

import java.util.stream.Stream;

class PolicyIneffectiveTest extends PolicyCheckTest {

  PolicyIneffectiveTest() {
    super(new PolicyIneffective());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("in the header", policy("img-src *")),
        passes("in the head", meta("img-src *")),
        fails(
            "in the body",
            faults("a meta element outside the head", "img-src *"),
            markup("<body><meta http-equiv='content-security-policy' content='img-src *'>")),
        fails(
            "in the body, beside one that counts",
            faults("a meta element outside the head", "img-src *"),
            secure(
                answered(
                    "<p><META HTTP-EQUIV=Content-Security-Policy CONTENT='img-src *'>", PAGE))),
        fails(
            "one that should report",
            faults("a meta element of another kind", "report-only"),
            markup(
                "<head><meta http-equiv='Content-Security-Policy-Report-Only' content='img-src"
                    + " *'>")),
        fails(
            "a header without a directive", faults("the header", "no directive"), policy(" ; , ;")),
        passes("another header", policy("", "img-src *")),
        passes(
            "what is no policy",
            secure(
                answered(
                    "<p><meta name='csp' content='x'><meta http-equiv=refresh content=1>", PAGE))));
  }
}
