package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.named;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Topic;

class HstsSubDomainsMissingTest extends CheckTest {
  private static final String HSTS = "Strict-Transport-Security";

  HstsSubDomainsMissingTest() {
    super(new HstsSubDomainsMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("includeSubDomains"),
        fails(
            "none at a registered domain",
            "trust.nhs.uk is a registered domain",
            named("trust.nhs.uk", secure(answered(apex("max-age=31536000"))))),
        passes(
            "includeSubDomains at a registered domain",
            named("trust.nhs.uk", secure(answered(apex("max-age=60; includeSubDomains"))))),
        fails(
            "none where a cookie is shared",
            "the cookie id is for trust.nhs.uk",
            secure(
                answered(
                    hop(
                        SECURE,
                        200,
                        HSTS + ": max-age=60",
                        "Set-Cookie: id=1; Domain=trust.nhs.uk")))),
        doesNotApply("none below one", "no registered domain", header(HSTS, "max-age=60")),
        doesNotApply(
            "a cookie that browsers refuse",
            "no registered domain",
            secure(
                answered(
                    hop(SECURE, 200, HSTS + ": max-age=60", "Set-Cookie: id=1; Domain=x.test")))),
        doesNotApply("no HSTS", "does not send HSTS", header(HSTS)),
        doesNotApply("nobody on https", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        cannotTellWithout(Topic.HTTP));
  }

  private static Hop apex(String hsts) {
    return hop("https://trust.nhs.uk/", 200, HSTS + ": " + hsts);
  }
}
