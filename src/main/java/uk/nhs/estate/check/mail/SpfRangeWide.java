package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.observation.mail.SpfTree.Entry;
import uk.nhs.estate.observation.mail.SpfTree.Node;
import uk.nhs.estate.observation.text.IpNetwork;
import uk.nhs.estate.observation.text.SpfMechanism;
import uk.nhs.estate.observation.text.SpfTerm;

/// Finds SPF records that allow far more addresses than anybody sends from.
public record SpfRangeWide() implements Check.OfMail {

  /// A /16: more than any organisation has servers that send.
  private static final long MOST_OWN = 1L << 16;

  /// A /8, one in 256 of all addresses: more than any supplier sends from.
  private static final long MOST = 1L << 24;

  /// A /32 is what a provider is given for all its customers.
  private static final int SHORTEST_IPV6 = 32;

  private static final long EVERY_IPV4 = 1L << 32;

  /// All that is routed is in 2000::/3 (RFC 4291 §2.4).
  private static final int EVERY_IPV6 = 3;

  private static final Rule RULE =
      Rule.of(
          "mail.spf-range-wide",
          ADVISORY,
          "The SPF record allows a very wide range of addresses",
          """
          Whoever rents a server in the range may send mail for the domain: it passes SPF, and \
          with it DMARC.\
          """,
          """
          List the addresses that mail is sent from, in ranges as small as they come.\
          """,
          "dig {name} TXT +short | grep -i v=spf1; dig <each name that it includes> TXT +short",
          rfc(7208, "5.6"),
          rfc(7208, "11.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(
        mail,
        tree ->
            allowsEverybody(tree)
                ? new Verdict.NotApplicable("it allows all addresses")
                : Spf.ofRecords(tree, node -> evidence(tree, node), SpfRangeWide::mayBeWide));
  }

  /// Whether a range could not be asked. Addresses without a length after them do not make a range.
  private static boolean mayBeWide(Entry entry) {
    return entry.term() instanceof SpfTerm.Directive directive
        && switch (directive.mechanism()) {
          case SpfMechanism.A(_, var lengths) -> lengths.ipv4() < 32 || lengths.ipv6() < 128;
          case SpfMechanism.Mx(_, var lengths) -> lengths.ipv4() < 32 || lengths.ipv6() < 128;
          case SpfMechanism.All _,
              SpfMechanism.Include _,
              SpfMechanism.Ptr _,
              SpfMechanism.Ip4 _,
              SpfMechanism.Ip6 _,
              SpfMechanism.Exists _ ->
              false;
        }
        && entry.asked().stream().anyMatch(one -> one.answer() instanceof Lookup.Unasked);
  }

  /// Whether the networks that it allows hold every address of the internet, of either family.
  static boolean allowsEverybody(SpfTree tree) {
    var allowed = tree.allowed();
    return allowed.ipv4() == EVERY_IPV4
        || allowed.ipv6Networks().stream().anyMatch(network -> network.length() <= EVERY_IPV6);
  }

  private static Optional<String> evidence(SpfTree tree, Node node) {
    var addresses = tree.allowedBy(node);
    long most = Spf.isOwn(tree, node.domain()) ? MOST_OWN : MOST;
    var wide =
        addresses.ipv6Networks().stream()
            .filter(network -> network.length() < SHORTEST_IPV6)
            .map(IpNetwork::toString)
            .collect(Collectors.toCollection(ArrayList::new));
    if (addresses.ipv4() > most) {
      wide.addFirst("%,d IPv4 addresses".formatted(addresses.ipv4()));
    }
    return Optional.of(String.join(", ", wide)).filter(text -> !text.isEmpty());
  }
}
