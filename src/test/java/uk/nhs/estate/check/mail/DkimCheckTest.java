package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.SELECTOR;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.withSelectors;

import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Topic;

/// Tests a check of DKIM keys: what is the same for all that judge the keys which were found.
abstract class DkimCheckTest extends CheckTest {

  static final String BELOW = "_domainkey." + NAME;

  static final String ED25519 =
      "\"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"";

  private final String[] wrong;
  private final String evidence;

  /// @param wrong TXT records with the fault, in presentation format
  /// @param evidence what is said of them
  DkimCheckTest(Check check, String evidence, String... wrong) {
    super(check);
    this.wrong = wrong;
    this.evidence = evidence;
  }

  /// What this check alone must get right.
  abstract Stream<Example> own();

  @Override
  protected final Stream<Example> examples() {
    return Stream.concat(
        own(),
        Stream.of(
            passes("the sound key"),
            fails("a key at a registered selector", fault(SELECTOR, evidence), with(wrong)),
            fails(
                "a key at a selector that was guessed",
                fault("selector1", evidence),
                mail(found("selector1." + BELOW, "TXT", wrong))),
            fails(
                "a key that a supplier keeps",
                fault("selector1", evidence + " (kept at s1.supplier.test)"),
                mail(
                    foundByAlias(
                        List.of("s1.supplier.test."), "selector1." + BELOW, "TXT", wrong))),
            fails(
                "a key beside a selector that could not be asked",
                new Verdict.Fail(List.of(new Fault(SELECTOR, evidence)), List.of("selector1")),
                mail(at(SELECTOR, wrong), unasked("selector1." + BELOW, "TXT"))),
            wildcard(
                mail(found("*." + BELOW, "TXT", wrong), found("selector1." + BELOW, "TXT", wrong))),
            passes("a text that is no key", mail(found("selector1." + BELOW, "TXT", "\"hello\""))),
            doesNotApply(
                "no key", "no DKIM key was found", mail(nxdomain(SELECTOR + "." + BELOW, "TXT"))),
            cannotTell(
                "no key, and a selector that could not be asked",
                "in time",
                mail(
                    nxdomain(SELECTOR + "." + BELOW, "TXT"), unasked("selector1." + BELOW, "TXT"))),
            cannotTell(
                "a sound key beside a selector that could not be asked",
                "could not ask for selector1." + BELOW,
                mail(unasked("selector1." + BELOW, "TXT"))),
            cannotTell(
                "a sound key, and a wildcard that could not be asked",
                "could not ask for *." + BELOW,
                mail(unasked("*." + BELOW, "TXT"))),
            cannotTell(
                "a selector that was registered since",
                "nobody asked",
                withSelectors(mail(nxdomain(SELECTOR + "." + BELOW, "TXT")), "newer")),
            cannotTellWithout(Topic.MAIL)));
  }

  /// What is said of a key that a wildcard gives to every selector: it is said once.
  Example wildcard(MailFacts mail) {
    return fails("a key that a wildcard gives to every selector", fault("*", evidence), mail);
  }

  /// The sound mail with other records at the registered selector.
  static MailFacts with(String... records) {
    return mail(at(SELECTOR, records));
  }

  static Lookup at(String selector, String... records) {
    return found(selector + "." + BELOW, "TXT", records);
  }

  static Verdict.Fail fault(String selector, String evidence) {
    return new Verdict.Fail(selector, evidence);
  }

  /// The mail of a domain that neither takes nor sends any, with other records at the registered
  /// selector.
  static MailFacts unused(String... records) {
    return mail(absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 -all\""), at(SELECTOR, records));
  }

  /// The mail of a domain of which it cannot be told whether it is used.
  static MailFacts hidden(String... records) {
    return mail(unasked(NAME, "MX"), at(SELECTOR, records));
  }

  /// A record with an RSA key, in quotation marks.
  static String rsa(int bits) {
    var modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0).toByteArray();
    var key = new byte[8 + modulus.length + 3];
    key[0] = 0x30;
    key[1] = (byte) 0x82;
    key[2] = (byte) ((key.length - 4) >> 8);
    key[3] = (byte) (key.length - 4);
    key[4] = 2;
    key[5] = (byte) 0x82;
    key[6] = (byte) (modulus.length >> 8);
    key[7] = (byte) modulus.length;
    System.arraycopy(modulus, 0, key, 8, modulus.length);
    key[8 + modulus.length] = 2;
    key[9 + modulus.length] = 1;
    key[10 + modulus.length] = 3;
    return "\"v=DKIM1; p=" + Base64.getEncoder().encodeToString(key) + "\"";
  }
}
