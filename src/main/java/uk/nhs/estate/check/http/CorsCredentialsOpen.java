package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.CrossOriginSharing;

/// Finds sites that let the scripts of origins that anybody can have send the cookies of visitors
/// and read what comes back.
///
/// What that is worth depends on what the site shows to those who are signed in, which cannot be
/// seen from outside: therefore it is not urgent.
public record CorsCredentialsOpen() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
              "http.cors-credentials-open",
              ADVISORY,
              "Any site may read the page as its visitors see it",
              """
              A site that a visitor goes to can fetch pages from here with the cookies of that \
              visitor, and read whatever is shown to them alone.\
              """,
              """
              Answer with Access-Control-Allow-Origin only to origins on a list, compared letter \
              by letter, never to null; leave out Access-Control-Allow-Credentials where no \
              cookies are needed.\
              """,
              Commands.CROSS_ORIGIN,
              new Standard(
                  "Fetch: CORS check", "https://fetch.spec.whatwg.org/#concept-cors-check"),
              new Standard(
                  "OWASP Web Security Testing Guide: Testing Cross Origin Resource Sharing",
                  "https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/11-Client-side_Testing/07-Testing_Cross_Origin_Resource_Sharing"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Sharing.judge(
        http,
        answers -> {
          var anybody =
              answers.stream()
                  .filter(answer -> answer.isTo(CrossOrigin.Kind.STRANGER))
                  .filter(Sharing.Answer::letsWithCredentials)
                  .map(answer -> answer.fault("any origin"));
          var opaque =
              answers.stream()
                  .filter(answer -> answer.said().letsWithCredentials(CrossOriginSharing.OPAQUE))
                  .map(answer -> answer.fault("null"));
          var alike =
              Sharing.letsAnybodyIn(answers)
                  ? Stream.<Fault>of()
                  : Sharing.toLookAlikes(answers)
                      .filter(Sharing.Answer::letsWithCredentials)
                      .map(answer -> answer.fault(Sharing.words(answer)));
          return Stream.of(anybody, opaque, alike).flatMap(faults -> faults);
        });
  }
}
