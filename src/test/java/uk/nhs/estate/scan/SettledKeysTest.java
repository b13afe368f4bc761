package uk.nhs.estate.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.TestService;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.sample.SoundMailServer;
import uk.nhs.estate.store.PublishedKey;
import uk.nhs.estate.store.PublishedKeys;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.TargetRow;

/// What a look found of DKIM keys, as it is kept to tell who publishes the same key.
class SettledKeysTest {
  private static final TestService SERVICE = TestService.shared();
  private static final Instant DAY_0 = Instant.parse("2026-11-24T09:00:00Z");
  private static final String KEY = SoundMailServer.DKIM_KEY;

  @Test
  void twoDomainsWithOneKeyAreToldOfEachOther() {
    var one = look("one.keys.test", 0, at("s1", KEY));
    look("two.keys.test", 0, byAlias("s2", "s2.supplier.test", KEY));
    assertThat(keys(one))
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.selector()).isEqualTo("s1");
              assertThat(key.keptAt()).isNull();
              assertThat(key.others()).isEqualTo(1);
              assertThat(key.sharedWith())
                  .extracting(PublishedKey.Other::domain)
                  .containsExactly("two.keys.test");
            });
    assertThat(keys(look("two.keys.test", 1, byAlias("s2", "s3.supplier.test", KEY))))
        .extracting(PublishedKey::keptAt)
        .containsExactly("s3.supplier.test");
  }

  @Test
  void aKeyStaysUntilALookSeesThatItIsGone() {
    var target = look("stays.keys.test", 0, at("s1", KEY));
    look("stays.keys.test", 1, name -> unasked("s1._domainkey." + name, "TXT"));
    assertThat(keys(target)).as("it could not be asked").hasSize(1);
    look("stays.keys.test", 2, at("s2", "\"v=spf1 -all\""));
    assertThat(keys(target)).as("nobody asked").hasSize(1);
    hide(target, 3);
    assertThat(keys(target)).as("nothing was seen").hasSize(1);
    look("stays.keys.test", 4, at("s1", "\"v=DKIM1; p=\""));
    assertThat(keys(target)).as("it was revoked").isEmpty();
    look("stays.keys.test", 5, at("s1", KEY));
    assertThat(keys(target)).as("it is there again").hasSize(1);
    assertThat(SERVICE.bean(PublishedKeys.class).selectors(target.id())).containsExactly("s1");
    look("stays.keys.test", 6, name -> nxdomain("_domainkey." + name, "TXT"));
    assertThat(keys(target)).as("nothing is below _domainkey").isEmpty();
  }

  /// An answer below a domain.
  private interface Below {
    Lookup of(String domain);
  }

  private static Below at(String selector, String record) {
    return domain -> found(selector + "._domainkey." + domain, "TXT", record);
  }

  private static Below byAlias(String selector, String alias, String record) {
    return domain ->
        foundByAlias(List.of(alias), selector + "._domainkey." + domain, "TXT", record);
  }

  private static TargetRow look(String name, int day, Below... below) {
    var mail =
        new MailFacts(
            DAY_0,
            found(name, "MX", "10 mail." + name + "."),
            found(name, "TXT", "\"v=spf1 mx -all\""),
            nxdomain("_dmarc." + name, "TXT"),
            List.of(below).stream().map(one -> one.of(name)).toList(),
            List.of(),
            null,
            List.of());
    return settle(name, day, new Sighting.Seen(Topic.MAIL, mail));
  }

  private static void hide(TargetRow target, int day) {
    settle(
        target.name(),
        day,
        new Sighting.Unseen(Topic.MAIL, new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT)));
  }

  private static TargetRow settle(String name, int day, Sighting sighting) {
    var at = DAY_0.plus(Duration.ofDays(day));
    var target = SERVICE.bean(Register.class).enter(new Domain(new DomainName(name)), "a test");
    var scan = SERVICE.bean(Scans.class).begin(UUID.randomUUID(), target.id(), "a test", at);
    var policy = SERVICE.bean(Rules.class).policy();
    var assessment =
        new Assessor(SERVICE.bean(Rules.class).checks(policy))
            .assess(new Observation(target.target(), at, List.of(sighting)));
    assertThat(SERVICE.bean(Settlement.class).settle(target, scan, assessment, policy)).isPresent();
    return target;
  }

  private static List<PublishedKey> keys(TargetRow target) {
    return SERVICE.bean(PublishedKeys.class).of(target.id());
  }
}
