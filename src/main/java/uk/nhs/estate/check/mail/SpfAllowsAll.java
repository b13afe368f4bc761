package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.observation.mail.SpfTree.Everybody;
import uk.nhs.estate.observation.text.IpNetwork;
import uk.nhs.estate.observation.text.SpfRecord.Qualifier;

/// Finds SPF records that let everybody send.
///
/// That may be said elsewhere: a record read by `redirect` counts as its own (RFC 7208 §6.1), and
/// an `include` matches whoever passes the record that it names (§5.2), so that one which ends in
/// `+all` lets everybody pass. The same comes of networks that hold every address, and of an
/// `exists` whose name is the same for every mail and is there.
public record SpfAllowsAll() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-allows-all",
          URGENT,
          "The SPF record allows everybody to send mail for the domain",
          """
          It, or a record that it includes, ends in +all, in all without a sign, which means \
          the same, or in all addresses there are: forged mail passes SPF, and with it DMARC.\
          """,
          """
          Replace it by -all, or by ~all until every service that sends for the domain is \
          listed. Where a record that is included says so, remove the include and tell whoever \
          runs it.\
          """,
          Spf.COMMAND,
          rfc(7208, "5.1"),
          rfc(7208, "5.2"),
          rfc(7208, "4.6.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(mail, SpfAllowsAll::judge);
  }

  private static Verdict judge(SpfTree tree) {
    if (tree.root().everybody() instanceof Everybody.Told(var qualifier, var path, var term)
        && qualifier == Qualifier.PASS) {
      return new Verdict.Fail("", Spf.way(path) + ": " + term);
    }
    if (SpfRangeWide.allowsEverybody(tree)) {
      return new Verdict.Fail("", "all addresses: " + networks(tree));
    }
    return Spf.passUnlessHidden(tree);
  }

  private static String networks(SpfTree tree) {
    return tree.allowed().networks().stream()
        .map(IpNetwork::toString)
        .collect(Collectors.joining(", "));
  }
}
