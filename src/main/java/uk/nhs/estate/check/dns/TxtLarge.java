package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.TxtData;

/// Finds domains whose TXT records no longer fit into one datagram.
public record TxtLarge() implements Check.OfDns {

  /// What resolvers say that they take by UDP, since it passes every network in one piece (DNS flag
  /// day 2020); no server sends more than 1,400 (RFC 9715 §3.1). Not a matter of policy.
  private static final int MOST = 1232;

  /// Header, type and class of the question, the ends of its name, and OPT (RFC 1035 §4, RFC 6891
  /// §6.1.2).
  private static final int FRAME = 12 + 4 + 2 + 11;

  /// What stands before the data of a record whose name is a pointer.
  private static final int RECORD = 12;

  private static final Rule RULE =
      Rule.of(
          "dns.txt-large",
          INFORMATIONAL,
          "The TXT records of the domain are too many for one datagram",
          """
          Everybody who checks mail from the domain must ask for them again by TCP, which is \
          slower and which some networks do not let through; and the large answer serves \
          attackers who flood others with it.\
          """,
          """
          Delete what is spent, above all the tokens by which services once had you prove that \
          the domain is yours.\
          """,
          "dig {name} TXT +noall +answer +stats",
          rfc(9715, "3.1"),
          rfc(7208, "3.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Verdict.ofExistingName(
        dns.asked(dns.name(), "TXT"),
        records -> {
          int octets =
              FRAME + dns.name().length() + records.stream().mapToInt(TxtLarge::octets).sum();
          return Verdict.passIf(
              octets <= MOST, records.size() + " TXT records, an answer of " + octets + " octets");
        });
  }

  /// Each string has a length in front of it.
  private static int octets(String rdata) {
    return RECORD
        + TxtData.parse(rdata).strings().stream().mapToInt(string -> string.length() + 1).sum();
  }
}
