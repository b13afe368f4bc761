package uk.nhs.estate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailWords;
import uk.nhs.estate.observation.mail.MailWords.About;

/// Lays out for people what was seen of a domain's mail.
final class SeenMail {
  private SeenMail() {}

  static List<SeenTopic.Block> blocks(MailFacts mail) {
    var blocks = new ArrayList<SeenTopic.Block>();
    var abouts = MailWords.of(mail);
    blocks.add(
        new SeenTopic.Pairs(
            "In short",
            abouts.stream()
                .filter(about -> !isIndented(about))
                .map(about -> new SeenTopic.Pair(about.title(), SeenDns.lines(about.lines())))
                .toList()));
    abouts.stream().filter(SeenMail::isIndented).map(SeenMail::steps).forEach(blocks::add);
    blocks.add(
        SeenDns.lookups(
            "What the DNS answered",
            Stream.concat(
                Stream.of(mail.mx(), mail.txt(), mail.dmarc()), mail.lookups().stream())));
    return blocks;
  }

  private static SeenTopic.Block steps(About about) {
    return new SeenTopic.Sent(
        about.title(), "Step by step, as it was seen.", String.join("\n", about.lines()));
  }

  /// A tree or a dialogue, in which each line stands where it belongs.
  private static boolean isIndented(About about) {
    return about.lines().stream().anyMatch(line -> line.startsWith(" "));
  }
}
