package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that hand the whole zone to anybody.
public record ZoneTransferOpen() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.zone-transfer-open",
          ADVISORY,
          "A name server hands the whole zone to anybody",
          """
          Everybody can list every name in the domain at once, internal and forgotten systems \
          among them: a map for an attacker.\
          """,
          """
          Allow transfers of the zone to your own secondary servers only, by TSIG key or at \
          least by address.\
          """,
          "dig {name} NS +short | xargs -I% dig @% {name} AXFR +noall +stats",
          rfc(5936, "5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeReplies(
        dns,
        Question.TRANSFER,
        reply ->
            Verdict.passIf(
                !(reply.rcode().equals("NOERROR")
                    && !reply.answer().isEmpty()
                    && reply.answer().getFirst().type().equals("SOA")),
                "the first message of the transfer holds %d records; the rest was not read"
                    .formatted(reply.answer().size())));
  }
}
