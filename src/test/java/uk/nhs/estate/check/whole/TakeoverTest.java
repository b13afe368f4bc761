package uk.nhs.estate.check.whole;

import static uk.nhs.estate.sample.Claimable.CLOUD;
import static uk.nhs.estate.sample.Claimable.PAGES;
import static uk.nhs.estate.sample.Claimable.SERVICES;
import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.alias;
import static uk.nhs.estate.sample.SoundSite.http;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.sample.SoundSite;

class TakeoverTest extends CheckTest {
  private static final String UNCLAIMED = "<h1>There is no page</h1> of that name";
  private static final Visit CLAIMED = answered("<h1>The trust", PAGE);

  TakeoverTest() {
    super(new Takeover(SERVICES));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no alias"),
        passes("an alias of another service", alias("trust.supplier.test")),
        passes("a service that shows it by a missing name", alias(CLOUD)),
        passes("the service shows a page", alias(PAGES), visits(CLAIMED, CLAIMED)),
        passes(
            "one text of two is not enough",
            alias(PAGES),
            visits(answered("There is no page today", hop(PLAIN, 404)), CLAIMED)),
        passes(
            "nobody answers over https, and a page is shown over http",
            alias(PAGES),
            visits(answered("<h1>The trust", hop(PLAIN, 200)), nobodyListens(SECURE))),
        passes(
            "the site leads elsewhere, whatever is shown there",
            alias(PAGES),
            visits(
                nobodyListens(PLAIN),
                answered(UNCLAIMED, hop(SECURE, 302), hop("https://pages.test/", 404)))),
        passes(
            "the site leads elsewhere for ever",
            alias(PAGES),
            visits(nobodyListens(PLAIN), endless(hop(SECURE, 302)))),
        fails(
            "the service does not know the name",
            new Verdict.Fail(PAGES, "the answer of Pages (in some cases only)"),
            alias(PAGES),
            visits(answered(UNCLAIMED, hop(PLAIN, 404)), CLAIMED)),
        fails(
            "it says so over https, with any status",
            new Verdict.Fail(PAGES, "the answer of Pages"),
            alias(PAGES),
            visits(obstructed(PLAIN), answered(UNCLAIMED, hop(SECURE, 200)))),
        fails(
            "the service is in the middle of a chain",
            new Verdict.Fail(PAGES, "the answer of Pages"),
            alias(PAGES, "edge.cdn.test"),
            visits(CLAIMED, answered(UNCLAIMED, hop(SECURE, 404)))),
        doesNotApply(
            "nobody answers",
            "nobody answers",
            alias(PAGES),
            visits(nobodyListens(PLAIN), nobodyListens(SECURE))),
        cannotTell(
            "both visits are hidden",
            "in time",
            alias(PAGES),
            visits(obstructed(PLAIN), obstructed(SECURE))),
        cannotTell(
            "the page was not kept",
            "not kept",
            alias(PAGES),
            visits(http().plain(), answered(SoundSite.PAGE))),
        cannotTellWithout(Topic.ADDRESS),
        cannotTellWithout(Topic.HTTP));
  }

  private static HttpFacts visits(Visit plain, Visit secure) {
    var sound = http();
    return new HttpFacts(sound.seenAt(), sound.host(), plain, secure, sound.securityTxt());
  }
}
