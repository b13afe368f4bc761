package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.with;

import java.util.stream.Stream;
import uk.nhs.estate.observation.HttpFacts;

class CharsetMissingTest extends PageCheckTest {
  private static final String CT = "Content-Type";
  private static final String META = "<meta charset='utf-8'>";

  CharsetMissingTest() {
    super(new CharsetMissing());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("in the header"),
        passes("another one", page("text/html; charset=\"ISO-8859-1\"", "<p>")),
        passes("in a meta element", page("text/html", "<html><head>" + META)),
        passes(
            "in a meta element of old",
            page(
                "text/html",
                "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=utf-8'>")),
        passes("with blanks around", page("text/html", "<meta\ncharset = utf-8>")),
        passes("as XML does", page("text/html", "<?xml version='1.0' encoding='utf-8'?>")),
        passes("by a byte order mark", page("text/html", "\ufeff<p>")),
        passes("at the end of what browsers read first", page("text/html", before(1024) + META)),
        fails("too late", "neither", page("text/html", before(1025) + META)),
        fails("nowhere", "neither Content-Type nor", page("text/html", "<meta name=charset><p>")),
        fails(
            "no encoding",
            "do not know the charset no such",
            page("text/html;charset=\"no such\"", "<p>")),
        fails("no media type either", "neither", secure(answered("<p>", with(PAGE, CT)))),
        doesNotApply("XML says it itself", "xhtml", page("application/xhtml+xml", "<p>")),
        doesNotApply("no page", "it serves text/plain", page("text/plain", "x")),
        cannotTell(
            "a page that was not read", "not read", secure(answered(with(PAGE, CT, "text/html")))));
  }

  /// So much that the element behind it ends with the given octet.
  private static String before(int octet) {
    return " ".repeat(octet - META.length());
  }

  private static HttpFacts page(String type, String body) {
    return secure(answered(body, with(PAGE, CT, type)));
  }
}
