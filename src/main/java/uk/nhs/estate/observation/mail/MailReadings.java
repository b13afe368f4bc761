package uk.nhs.estate.observation.mail;

import java.util.List;
import uk.nhs.estate.observation.MailFacts;

/// Everything that the records of a domain's mail add up to, for programs that want the whole of
/// it: the trees behind the evidence of findings.
///
/// @param use whether the domain is used for mail
/// @param spf its SPF record with all that it leads to, counted at every node
/// @param dmarc how its policy is discovered, by receivers new and old
/// @param dkim the keys at the selectors that were tried
/// @param sts its MTA-STS
/// @param dane what is pinned of each mail server
public record MailReadings(
    MailUse use, SpfTree spf, DmarcDiscovery dmarc, DkimKeys dkim, Sts sts, List<Dane> dane) {

  public MailReadings {
    dane = List.copyOf(dane);
  }

  /// Reads what was seen.
  public static MailReadings of(MailFacts mail) {
    return new MailReadings(
        MailUse.of(mail),
        SpfTree.of(mail, mail.name()),
        DmarcDiscovery.of(mail),
        DkimKeys.of(mail),
        Sts.of(mail),
        Dane.of(mail));
  }
}
