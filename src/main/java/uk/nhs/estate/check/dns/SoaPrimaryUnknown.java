package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.PointedAt;

/// Finds zones that name a primary server which does not exist. One that is merely kept from the
/// public is in order: it is never asked.
public record SoaPrimaryUnknown() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.soa-primary-unknown",
          INFORMATIONAL,
          "The primary server in the SOA record of the zone has no address",
          """
          Programs that change the zone or notify its primary go by this name. It often shows \
          the name of an internal server, or a server that was switched off.\
          """,
          """
          Put the name of a server that exists into the SOA record, such as the first of the \
          name servers.\
          """,
          "dig {name} SOA +short",
          rfc(1035, "3.3.13"),
          rfc(1912, "2.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.judgeSoa(
        dns,
        soa -> {
          var name = Asked.plain(soa.primary());
          var target = dns.target(name);
          var a = target.map(PointedAt::a).or(() -> dns.lookup(name, "A"));
          var aaaa = target.map(PointedAt::aaaa).or(() -> dns.lookup(name, "AAAA"));
          if (Stream.of(a, aaaa)
              .flatMap(Optional::stream)
              .anyMatch(lookup -> lookup.answer() instanceof Lookup.Found)) {
            return new Verdict.Pass();
          }
          return a.isPresent()
                  && aaaa.isPresent()
                  && new PointedAt(name, a.get(), aaaa.get(), null).provesThatItHasNoAddress()
              ? new Verdict.Fail("", "%s has neither an A nor an AAAA record".formatted(name))
              : new Verdict.Unknown("could not ask for the addresses of " + name);
        });
  }
}
