package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.SECURITY_TXT;
import static uk.nhs.estate.sample.SoundSite.securityTxt;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;

class SecurityTxtMalformedTest extends CheckTest {
  private static final String CONTACT = "Contact: mailto:a@b.test\n";

  SecurityTxtMalformedTest() {
    super(new SecurityTxtMalformed());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a file by the rules"),
        passes("an extension, a comment, an empty line", file(CONTACT + "\n# why\nX-Team: red")),
        fails("a line of no kind", "line 2 is no field: hello", file(CONTACT + "hello")),
        fails("a field without a value", "policy has no value", file(CONTACT + "Policy:")),
        fails(
            "a name that is misspelt",
            "maybe Acknowledgments was meant",
            file(CONTACT + "Acknowledgements: https://x.test/")),
        fails(
            "languages twice",
            "more than once",
            file(CONTACT + "Preferred-Languages: en\nPreferred-Languages: cy")),
        fails(
            "what is larger than anybody needs",
            "larger",
            securityTxt(
                new Visit(
                    SECURITY_TXT,
                    List.of(hop(SECURITY_TXT, 200)),
                    new Visit.Answered(),
                    new Part(CONTACT.getBytes(StandardCharsets.UTF_8)),
                    true))),
        fails(
            "what is no UTF-8",
            "not in UTF-8",
            securityTxt(
                new Visit(
                    SECURITY_TXT,
                    List.of(hop(SECURITY_TXT, 200)),
                    new Visit.Answered(),
                    new Part((CONTACT + "# \u00FC").getBytes(StandardCharsets.ISO_8859_1))))),
        doesNotApply("no file", "no security.txt", securityTxt(answered(hop(SECURITY_TXT, 404)))),
        doesNotApply(
            "a page in its place",
            "no security.txt",
            securityTxt(
                answered("<p>\nContact: us", hop(SECURITY_TXT, 200, "Content-Type: text/html")))),
        cannotTell("robots are turned away", "403", securityTxt(answered(hop(SECURITY_TXT, 403)))),
        cannotTell("silence", "in time", securityTxt(obstructed(SECURITY_TXT))),
        cannotTellWithout(Topic.HTTP));
  }

  private static HttpFacts file(String text) {
    return securityTxt(answered(text, hop(SECURITY_TXT, 200, "Content-Type: text/plain")));
  }
}
