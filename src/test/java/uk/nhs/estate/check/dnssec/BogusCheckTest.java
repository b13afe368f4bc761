package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.Lookups.with;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Security.Reason;
import uk.nhs.estate.observation.Topic;

/// What holds for every check of a broken chain of trust.
abstract class BogusCheckTest extends CheckTest {

  private static final String DETAIL = "SOA of trust.nhs.uk, key tag 2371";

  private final List<Reason> reasons;

  BogusCheckTest(Check check, Reason... reasons) {
    super(check);
    this.reasons = List.of(reasons);
  }

  @Override
  protected Stream<Example> examples() {
    var mail = found(NAME, "MX", "10 mail.trust.nhs.uk.");
    var elsewhere = found("mail.supplier.test", "A", "192.0.2.25");
    var hidden = new Security.Unchecked(new Obstacle(Obstacle.Kind.TIMED_OUT));
    return Stream.concat(
        reasons.stream().flatMap(reason -> broken(reason, mail)),
        Stream.of(
            passes("a chain of trust that holds"),
            passes("records that are bogus for another reason", dns(with(mail, other()))),
            passes("what is wrong elsewhere", dns(with(elsewhere, bogus(reasons.getFirst())))),
            doesNotApply(
                "a zone that is bogus for another reason",
                "another reason: " + other().reason().words(),
                withSecurity(dns(), other())),
            doesNotApply(
                "an unsigned zone",
                "nhs.uk has no DS",
                withSecurity(dns(), new Security.Insecure("nhs.uk has no DS"))),
            doesNotApply("a name in another zone", "no zone of its own", dns(absent(NAME, "NS"))),
            doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "NS"))),
            cannotTell("nobody validated", "nobody validated", withSecurity(dns(), null)),
            cannotTell("a link could not be asked for", "in time", withSecurity(dns(), hidden)),
            cannotTell(
                "the records of a name could not be validated",
                "could not validate trust.nhs.uk/MX",
                dns(with(mail, hidden))),
            cannotTell(
                "the records of a name could not be asked for",
                "could not validate trust.nhs.uk/MX",
                dns(unasked(NAME, "MX"))),
            cannotTellWithout(Topic.DNS)));
  }

  private Stream<Example> broken(Reason reason, Lookup mail) {
    return Stream.of(
        fails(
            "the zone itself: " + reason,
            reason.words() + ": " + DETAIL,
            withSecurity(dns(), bogus(reason))),
        fails(
            "the zone itself, although its name servers could not be looked up: " + reason,
            reason.words() + ": " + DETAIL,
            withSecurity(dns(unasked(NAME, "NS")), bogus(reason))),
        fails(
            "a broken zone is one fault, whatever its records inherit: " + reason,
            reason.words(),
            withSecurity(dns(with(mail, bogus(reason))), bogus(reason))),
        fails(
            "records of one name and type: " + reason,
            new Verdict.Fail("trust.nhs.uk/MX", reason.words() + ": " + DETAIL),
            dns(with(mail, bogus(reason)))),
        fails(
            "what is hidden is neither found nor resolved: " + reason,
            new Verdict.Fail(
                List.of(new Fault("trust.nhs.uk/MX", reason.words())), List.of("trust.nhs.uk/CAA")),
            dns(with(mail, bogus(reason)), unasked(NAME, "CAA"))));
  }

  private Security.Bogus other() {
    return bogus(
        Stream.of(Reason.values()).filter(one -> !reasons.contains(one)).findFirst().orElseThrow());
  }

  private static Security.Bogus bogus(Reason reason) {
    return new Security.Bogus(reason, DETAIL);
  }
}
