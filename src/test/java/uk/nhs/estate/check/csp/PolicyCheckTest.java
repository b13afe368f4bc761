package uk.nhs.estate.check.csp;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.with;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.sample.SoundSite;

/// Tests a check of policies, with what is to be said of every one.
abstract class PolicyCheckTest extends CheckTest {
  private static final String CSP = "Content-Security-Policy";

  PolicyCheckTest(Check check) {
    super(check);
  }

  /// What this check says of policies, boundaries included.
  protected abstract Stream<Example> ofPolicies();

  @Override
  protected final Stream<Example> examples() {
    return Stream.concat(
        ofPolicies(),
        Stream.of(
            doesNotApply("no policy", "it has no policy", header(CSP)),
            doesNotApply(
                "a policy that only reports",
                "it has no policy",
                SoundSite.http(
                    page -> with(with(page, CSP), CSP + "-Report-Only", "script-src *; x 'y'"))),
            cannotTell("a page that was not read", "was not read", unread()),
            cannotTell("robots are turned away", "403", status(403)),
            cannotTellWithout(Topic.HTTP)));
  }

  /// The page with policies in its header.
  static HttpFacts policy(String... fields) {
    return header(CSP, fields);
  }

  /// The page with a policy in its markup alone.
  static HttpFacts meta(String content) {
    return markup("<head><meta http-equiv='" + CSP + "' content=\"" + content + "\"></head>");
  }

  /// A page without a policy in its header.
  static HttpFacts markup(String text) {
    return secure(answered(text, with(PAGE, CSP)));
  }

  /// The page with policies in its header, when what follows was not taken.
  static HttpFacts unread(String... fields) {
    return secure(answered(with(PAGE, CSP, fields)));
  }

  /// The page with one policy when it was met first, and with another when it was met again.
  static HttpFacts again(String first, String second) {
    return again(first, answered(SoundSite.MARKUP, with(PAGE, CSP, second)));
  }

  static HttpFacts again(String first, Visit second) {
    var sound = policy(first);
    return new HttpFacts(
        sound.seenAt(),
        sound.host(),
        sound.plain(),
        sound.secure(),
        sound.securityTxt(),
        sound.sought(),
        List.of(new CrossOrigin(CrossOrigin.Kind.STRANGER, "https://a.invalid", "GET", second)),
        sound.robots(),
        sound.sibling(),
        sound.crawl());
  }

  /// A failure with several faults: subjects and evidence by turns.
  static Verdict.Fail faults(String... words) {
    var faults = new ArrayList<Fault>();
    for (int at = 0; at < words.length; at += 2) {
      faults.add(new Fault(words[at], words[at + 1]));
    }
    return new Verdict.Fail(faults);
  }
}
