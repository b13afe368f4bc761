package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup.ResourceRecord;

/// Finds zones whose own name is an alias, which a zone's name cannot be.
public record AliasAtApex() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dns.alias-at-apex",
              ADVISORY,
              "The name of the zone itself is an alias",
              """
              A name with a CNAME record can have no other records, yet a zone needs SOA and NS \
              records there. Resolvers go by one or the other: mail, name servers and signatures \
              of the domain are lost now and then.\
              """,
              """
              Replace the CNAME record by A and AAAA records, by an HTTPS record in AliasMode, or \
              by what your DNS supplier calls ALIAS or flattening.\
              """,
              "dig {name} CNAME; dig {name} SOA",
              rfc(2181, "10.1"),
              rfc(1912, "2.4"),
              rfc(1034, "3.6.2"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    if (dns.soa().provesThatTheNameDoesNotExist()) {
      return new Verdict.NotApplicable("the name does not exist");
    }
    var replies =
        dns.servers().stream()
            .flatMap(server -> Stream.of(Question.SOA, Question.NS).map(server::reply))
            .flatMap(Optional::stream)
            .filter(Replied::isUsable)
            .toList();
    var alias = records(dns, replies, "CNAME").findFirst();
    if (alias.isPresent()) {
      return isZone(dns, replies)
          ? new Verdict.Fail("", "CNAME " + alias.get())
          : new Verdict.NotApplicable("it is no zone of its own: an alias of " + alias.get());
    }
    return replies.isEmpty()
        ? new Verdict.Unknown("none of its name servers answered")
        : new Verdict.Pass();
  }

  /// Whether it is delegated, or has a zone's records beside the alias.
  private static boolean isZone(DnsFacts dns, List<Replied> replies) {
    return !dns.parentNames().isEmpty()
        || Stream.of("SOA", "NS")
            .anyMatch(type -> records(dns, replies, type).findAny().isPresent());
  }

  private static Stream<String> records(DnsFacts dns, List<Replied> replies, String type) {
    return replies.stream()
        .flatMap(reply -> reply.answer(dns.name(), type).stream())
        .map(ResourceRecord::data);
  }
}
