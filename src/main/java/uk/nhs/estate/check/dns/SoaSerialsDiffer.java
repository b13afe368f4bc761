package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.SoaRecord;

/// Finds name servers that hold different versions of the zone.
///
/// To be seen twice, at least five minutes apart, before it is shown: a transfer may be under way.
public record SoaSerialsDiffer() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dns.soa-serials-differ",
              ADVISORY,
              "The name servers hold different versions of the zone",
              """
              A change that was made does not reach every visitor. A copy that is no longer renewed \
              expires one day, and that server then stops answering for the domain.\
              """,
              """
              Find out why the zone is not transferred: the primary's address, the permission to \
              transfer, TSIG keys and notifications. A new serial must be greater than the old one.\
              """,
              "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse +short",
              rfc(1912, "2.2"),
              rfc(1034, "4.3.5"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeAgreement(
        dns,
        server ->
            server.wholeSoa().stream()
                .flatMap(reply -> reply.answer(dns.name(), "SOA").stream())
                .flatMap(soa -> SoaRecord.parse(soa.data()).stream())
                .map(soa -> "serial " + soa.serial())
                .findFirst());
  }
}
