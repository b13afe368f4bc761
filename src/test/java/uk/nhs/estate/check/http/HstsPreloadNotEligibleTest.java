package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.SECURITY_TXT;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;

class HstsPreloadNotEligibleTest extends CheckTest {
  private static final String HSTS = "Strict-Transport-Security";
  private static final String APEX = "http://trust.nhs.uk/";

  HstsPreloadNotEligibleTest() {
    super(new HstsPreloadNotEligible());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no wish to be preloaded"),
        passes("all that is needed", apex("max-age=31536000; includeSubDomains; preload")),
        fails(
            "a second short of a year",
            "max-age is 31535999, and not 31536000",
            apex("max-age=31535999; includeSubDomains; preload")),
        fails(
            "not for the names below",
            "includeSubDomains is missing",
            apex("max-age=31536000; preload")),
        fails(
            "http that leads elsewhere",
            "http does not redirect",
            apex(
                "max-age=31536000; includeSubDomains; preload",
                answered(hop(APEX, 301, "Location: https://www.trust.nhs.uk/")))),
        fails(
            "http that leads nowhere",
            "http does not redirect",
            apex("max-age=31536000; includeSubDomains; preload", answered(hop(APEX, 200)))),
        passes(
            "nobody on http",
            apex("max-age=31536000; includeSubDomains; preload", nobodyListens(APEX))),
        cannotTell(
            "http is silent",
            "in time",
            apex("max-age=31536000; includeSubDomains; preload", obstructed(APEX))),
        doesNotApply(
            "a name below a registered domain",
            "only registered domains",
            header(HSTS, "max-age=60; preload")),
        doesNotApply("no HSTS", "does not send HSTS", header(HSTS)),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        cannotTellWithout(Topic.HTTP));
  }

  private static HttpFacts apex(String hsts) {
    return apex(hsts, answered(hop(APEX, 301, "Location: https://trust.nhs.uk/")));
  }

  private static HttpFacts apex(String hsts, Visit plain) {
    return new HttpFacts(
        SEEN,
        "trust.nhs.uk",
        plain,
        answered(hop("https://trust.nhs.uk/", 200, HSTS + ": " + hsts)),
        nobodyListens(SECURITY_TXT));
  }
}
