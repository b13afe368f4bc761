package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundSite.HOST;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.WhoRunsIt.Place;
import uk.nhs.estate.register.NamePattern;
import uk.nhs.estate.register.Supplier;
import uk.nhs.estate.register.Supplier.Service;
import uk.nhs.estate.register.Suppliers;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundSite;

class WhoRunsItTest {
  private static final Suppliers SUPPLIERS =
      new Suppliers(
          List.of(
              supplier("The NHS", true, Service.DNS, "nhs.uk"),
              supplier("The NHS", true, Service.WEB, "nhs.uk"),
              supplier("Names Ltd", false, Service.DNS, "names-*.test"),
              supplier("Pages Ltd", false, Service.WEB, "pages.test"),
              supplier("Post Ltd", false, Service.MAIL, "post.test")));

  @Test
  void aDomainIsDelegatedAwayWhenOthersHaveItsNameServers() {
    var view = domain(SoundDomain.dns(ns("ns1.names-01.test.", "NS2.Names-02.Test.")));

    assertThat(view.place()).isEqualTo(Place.DELEGATED_AWAY);
    assertThat(words(view, Service.DNS))
        .containsExactly("Names Ltd (ns1.names-01.test, ns2.names-02.test)");
  }

  @Test
  void aDomainIsOnNhsInfrastructureWhenNobodyElseHasAServer() {
    assertThat(domain(SoundDomain.dns(ns("ns1.trust.nhs.uk.", "ns.other.nhs.uk."))).place())
        .isEqualTo(Place.NHS);
    assertThat(domain(SoundDomain.dns(ns("ns1.trust.nhs.uk."))).place()).isEqualTo(Place.OWN_NAMES);
    assertThat(domain(SoundDomain.dns(ns("ns.other.nhs.uk.", "ns1.names-01.test."))).place())
        .isEqualTo(Place.DELEGATED_AWAY);
  }

  @Test
  void whoIsOnNoListIsNotRecognised() {
    var view = domain(SoundDomain.dns(ns("ns1.notnames-01.test.example.")));

    assertThat(view.place()).isEqualTo(Place.DELEGATED_AWAY);
    assertThat(words(view, Service.DNS))
        .containsExactly("Not recognised (ns1.notnames-01.test.example)");
  }

  @Test
  void mailIsRunByWhoeverHasTheMailServers() {
    assertThat(words(domain(mx("10 a.post.test.", "20 b.post.test.")), Service.MAIL))
        .containsExactly("Post Ltd (a.post.test, b.post.test)");
    assertThat(words(domain(mx("10 mail.trust.nhs.uk.")), Service.MAIL))
        .containsExactly("Itself (mail.trust.nhs.uk)");
    assertThat(words(domain(mx("0 .")), Service.MAIL)).containsExactly("No mail server");
    assertThat(words(domain(SoundDomain.mail(absent(NAME, "MX"))), Service.MAIL))
        .containsExactly("No mail server");
  }

  @Test
  void whatCouldNotBeAskedIsLeftOutAndNotGuessed() {
    var view = domain(SoundDomain.dns(unasked(NAME, "NS")), SoundDomain.mail(unasked(NAME, "MX")));
    assertThat(view).isEqualTo(new WhoRunsIt(Place.UNKNOWN, List.of()));

    assertThat(WhoRunsIt.of(SoundDomain.without(Topic.DNS), SUPPLIERS).place())
        .isEqualTo(Place.UNKNOWN);
    assertThat(WhoRunsIt.of(SoundSite.without(Topic.ADDRESS), SUPPLIERS))
        .isEqualTo(new WhoRunsIt(Place.UNKNOWN, List.of()));
    assertThat(site(SoundSite.address(unasked(HOST, "A"), absent(HOST, "AAAA"))).place())
        .isEqualTo(Place.UNKNOWN);
  }

  @Test
  void aSitePointsWhereItsAliasesLead() {
    var view = site(SoundSite.alias("www.agency.test", "trust.pages.test", "edge.pages.test"));

    assertThat(view.place()).isEqualTo(Place.THIRD_PARTY);
    assertThat(words(view, Service.WEB))
        .containsExactly(
            "Not recognised (www.agency.test)", "Pages Ltd (trust.pages.test, edge.pages.test)");
    assertThat(site(SoundSite.alias("web.trust.nhs.uk")).place()).isEqualTo(Place.OWN_NAMES);
    assertThat(site(SoundSite.alias("web.other.nhs.uk")).place()).isEqualTo(Place.NHS);
  }

  @Test
  void anAddressTellsNothingOfWhoHostsTheSite() {
    var view = site(SoundSite.address());

    assertThat(view.place()).isEqualTo(Place.OWN_NAMES);
    assertThat(words(view, Service.WEB))
        .containsExactly("Not recognised: it has addresses of its own");
  }

  @Test
  void aNameThatDoesNotExistPointsNowhere() {
    assertThat(site(SoundSite.address(nxdomain(HOST, "A"), nxdomain(HOST, "AAAA"))))
        .isEqualTo(new WhoRunsIt(Place.NOWHERE, List.of()));
    assertThat(domain(SoundDomain.dns(nxdomain(NAME, "NS"))).place()).isEqualTo(Place.NOWHERE);
  }

  private static WhoRunsIt domain(Facts... spoilt) {
    return WhoRunsIt.of(SoundDomain.observation(spoilt), SUPPLIERS);
  }

  private static WhoRunsIt site(AddressFacts spoilt) {
    return WhoRunsIt.of(SoundSite.observation(spoilt), SUPPLIERS);
  }

  private static Lookup ns(String... names) {
    return found(NAME, "NS", names);
  }

  private static MailFacts mx(String... records) {
    return SoundDomain.mail(found(NAME, "MX", records));
  }

  private static List<String> words(WhoRunsIt view, Service service) {
    return view.services().stream()
        .filter(run -> run.service() == service)
        .findFirst()
        .orElseThrow()
        .words();
  }

  private static Supplier supplier(String name, boolean nhs, Service service, String pattern) {
    return new Supplier(name, nhs, Map.of(service, List.of(new NamePattern(pattern))));
  }
}
