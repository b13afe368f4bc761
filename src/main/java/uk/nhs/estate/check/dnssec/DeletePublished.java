package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.text.CdsData;

/// Finds domains that ask their parent to end the chain of trust.
public record DeletePublished() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dnssec.delete-published",
              ADVISORY,
              "The domain asks its parent to remove its DS record",
              """
              A parent that reads these records removes the DS record, and the domain is no \
              longer protected by DNSSEC. That is right before a move to servers that do not \
              sign, and wrong otherwise.\
              """,
              """
              If the domain is not to become unsigned, take the CDS and CDNSKEY records with \
              algorithm 0 out of the zone; they are often left from a move.\
              """,
              "dig {name} CDS +short; dig {name} CDNSKEY +short",
              rfc(8078, "4"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Zone.judgeSigned(
        dns,
        _ -> {
          var asked =
              Stream.of("CDS", "CDNSKEY").flatMap(type -> requests(dns, type).stream()).toList();
          if (!asked.isEmpty()) {
            return new Verdict.Fail("", String.join("; ", asked));
          }
          return Stream.of("CDS", "CDNSKEY").allMatch(type -> isSeen(dns, type))
              ? new Verdict.Pass()
              : new Verdict.Unknown("could not ask for CDS and CDNSKEY");
        });
  }

  private static List<String> requests(DnsFacts dns, String type) {
    return dns.lookup(dns.name(), type).stream()
        .flatMap(lookup -> lookup.data().stream())
        .filter(data -> CdsData.parse(type, data).filter(CdsData::isDelete).isPresent())
        .map(data -> type + " " + data)
        .toList();
  }

  private static boolean isSeen(DnsFacts dns, String type) {
    return dns.lookup(dns.name(), type)
        .map(lookup -> !(lookup.answer() instanceof Lookup.Unasked))
        .orElse(false);
  }
}
