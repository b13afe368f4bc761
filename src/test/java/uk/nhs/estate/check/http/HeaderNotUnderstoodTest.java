package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class HeaderNotUnderstoodTest extends PageCheckTest {
  private static final String COOP = "Cross-Origin-Opener-Policy";
  private static final String COEP = "Cross-Origin-Embedder-Policy";
  private static final String CORP = "Cross-Origin-Resource-Policy";

  HeaderNotUnderstoodTest() {
    super(new HeaderNotUnderstood());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("one that is known"),
        passes("none at all", header(COOP)),
        passes("what browsers do anyway", header(COOP, "unsafe-none")),
        passes("a parameter", header(COEP, "credentialless; report-to=\"x\"")),
        passes("a process of its own", header("Origin-Agent-Cluster", "?0")),
        passes("a word in quotation marks", header("Clear-Site-Data", "\"cache\"")),
        passes("what nobody knows yet", header("Document-Policy", "no-such-thing=?0")),
        fails(
            "in quotation marks",
            new Verdict.Fail(COOP, "\"same-origin\""),
            header(COOP, "\"same-origin\"")),
        fails(
            "in capital letters",
            new Verdict.Fail(CORP, "Same-Origin"),
            header(CORP, "Same-Origin")),
        fails(
            "twice the same",
            new Verdict.Fail(COEP, "require-corp, require-corp"),
            header(COEP, "require-corp", "require-corp")),
        fails(
            "in one that only reports",
            new Verdict.Fail(COEP + "-Report-Only", "yes"),
            header(COEP + "-Report-Only", "yes")),
        fails(
            "a parameter where there are none",
            new Verdict.Fail(CORP, "same-site; report-to=\"x\""),
            header(CORP, "same-site; report-to=\"x\"")),
        fails(
            "a word where true or false belongs",
            new Verdict.Fail("Origin-Agent-Cluster", "true"),
            header("Origin-Agent-Cluster", "true")),
        fails(
            "no dictionary",
            new Verdict.Fail("Reporting-Endpoints", "{}"),
            header("Reporting-Endpoints", "{}")),
        fails(
            "without quotation marks",
            new Verdict.Fail("Clear-Site-Data", "cache"),
            header("Clear-Site-Data", "cache")));
  }
}
