package uk.nhs.estate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.posture.WebWords;

/// Lays out for people what a site answers over HTTP: in short, then each header as it was sent.
final class SeenWeb {
  private SeenWeb() {}

  static List<SeenTopic.Block> blocks(HttpFacts http) {
    var blocks = new ArrayList<SeenTopic.Block>();
    WebWords.of(http).forEach(block -> blocks.add(SeenBlocks.of(block, "")));
    http.secure().hops().forEach(hop -> blocks.add(sent(hop)));
    http.plain().hops().stream()
        .filter(hop -> http.secure().hops().stream().noneMatch(one -> one.url().equals(hop.url())))
        .forEach(hop -> blocks.add(sent(hop)));
    securityTxt(http.securityTxt(), blocks);
    return blocks;
  }

  private static void securityTxt(Visit visit, List<SeenTopic.Block> blocks) {
    visit.hops().forEach(hop -> blocks.add(sent(hop)));
    if (visit.body() != null && visit.body().size() > 0) {
      blocks.add(SeenFacts.sent("The text of security.txt", visit.body()));
    }
  }

  private static SeenTopic.Sent sent(Hop hop) {
    return new SeenTopic.Sent(
        "Header from " + hop.url() + ", status " + hop.status(),
        "Asked "
            + hop.endpoint()
            + "; it took "
            + Words.count(hop.milliseconds(), "millisecond.", "milliseconds."),
        hop.fields().stream()
            .map(WebWords::shown)
            .map(field -> field.name() + ": " + field.value())
            .collect(Collectors.joining("\n")));
  }
}
