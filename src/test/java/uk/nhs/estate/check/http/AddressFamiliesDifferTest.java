package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.SECURITY_TXT;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;
import static uk.nhs.estate.sample.Visits.with;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.sample.Visits;

class AddressFamiliesDifferTest extends CheckTest {
  private static final String CSP = "Content-Security-Policy";

  AddressFamiliesDifferTest() {
    super(new AddressFamiliesDiffer());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("the same"),
        passes(
            "what a stranger's Origin explains",
            again(with(with(PAGE, "Vary", "Origin"), "Access-Control-Allow-Origin", "*"))),
        passes(
            "another nonce, another order",
            http(
                answered(with(PAGE, CSP, "default-src 'self' 'nonce-1'; frame-ancestors 'self'")),
                answered(
                    with(
                        PAGE,
                        CSP,
                        "frame-ancestors 'self'; default-src 'self' 'nonce-2'; report-uri /r?2")))),
        fails(
            "another status",
            "192.0.2.80 and 2001:db8::80 differ: status 200 and 404",
            again(with(PAGE, 404))),
        fails(
            "no HSTS",
            "Strict-Transport-Security \"max-age=31536000; includeSubDomains\" and missing",
            again(with(PAGE, "Strict-Transport-Security"))),
        fails(
            "another policy",
            "Content-Security-Policy",
            again(with(PAGE, CSP, "default-src 'self' https:; frame-ancestors 'self'"))),
        fails(
            "another place",
            "redirects to different places",
            http(
                answered(
                    hop(SECURE, 301, "Location: https://y.test/"), hop("https://y.test/", 200)),
                answered(hop(SECURE, 301, "Location: https://x.test/")))),
        doesNotApply("addresses of one kind", "one kind", crossOrigin(stranger(answered(PAGE)))),
        fails(
            "the page behind a redirect",
            "status 200 and 404",
            http(
                answered(hop(SECURE, 302, "Location: /x"), hop(SECURE + "x", 200)),
                answered(hop(SECURE + "x", 404)))),
        doesNotApply(
            "another page",
            "once",
            http(answered(hop(SECURE, 200)), answered(hop(SECURE + "x", 404)))),
        doesNotApply("asked once", "once", crossOrigin()),
        doesNotApply("nobody on https", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        cannotTell("a guard over IPv6", "403", again(with(PAGE, 403))),
        cannotTell("silence over IPv6", "in time", crossOrigin(stranger(obstructed(SECURE)))),
        cannotTell("nobody over IPv6", "nobody", crossOrigin(stranger(nobodyListens(SECURE)))),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        cannotTellWithout(Topic.HTTP));
  }

  private static HttpFacts again(Hop hop) {
    return crossOrigin(stranger(Visits.at("2001:db8::80", answered(hop))));
  }

  private static HttpFacts http(Visit first, Visit again) {
    return new HttpFacts(
        SEEN,
        HOST,
        nobodyListens(PLAIN),
        first,
        nobodyListens(SECURITY_TXT),
        List.of(),
        List.of(stranger(Visits.at("2001:db8::80", again))),
        null,
        null,
        null);
  }

  private static CrossOrigin stranger(Visit visit) {
    return new CrossOrigin(CrossOrigin.Kind.STRANGER, "https://cross-origin.invalid", "GET", visit);
  }
}
