package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DmarcDiscovery;
import uk.nhs.estate.observation.mail.ReportDestination;
import uk.nhs.estate.observation.mail.ReportDestination.Permission;

/// Finds report addresses elsewhere whose domain does not say that it takes the reports.
public record DmarcReportUnauthorised() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-report-unauthorised",
          ADVISORY,
          "DMARC reports go to a domain that does not say it takes them",
          """
          Reporters check that before they send. Without its word they send it nothing, so the \
          reports that you rely on are lost.\
          """,
          """
          Ask whoever runs that domain to publish the TXT record v=DMARC1 at the name in the \
          evidence, or report to a mailbox of your own domain.\
          """,
          "dig {name}._report._dmarc.<the domain of the address> TXT +short",
          rfc(9990, "4"),
          rfc(7489, "7.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofOwnRecord(mail, _ -> judge(DmarcDiscovery.of(mail).destinations()));
  }

  private static Verdict judge(List<ReportDestination> destinations) {
    var faults = new ArrayList<Fault>();
    var hidden = new ArrayList<String>();
    var obstacles = new ArrayList<String>();
    for (var destination : destinations) {
      switch (destination.permission()) {
        case Permission.Inside _, Permission.Granted _ -> {}
        case Permission.Missing(var asked, var why) ->
            faults.add(new Fault(destination.domain(), asked + ": " + why));
        case Permission.Hidden(var obstacle) -> {
          hidden.add(destination.domain());
          obstacles.add("could not ask " + destination.domain() + ", " + obstacle.words());
        }
      }
    }
    return Verdict.ofFaults(faults, hidden, String.join("; ", obstacles));
  }
}
