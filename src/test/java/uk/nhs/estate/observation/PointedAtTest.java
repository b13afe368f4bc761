package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.register.DomainName;

class PointedAtTest {
  private static final String NAME = "mail.gone.example.com";
  private static final Lookup DENIED = nxdomain(NAME, "A");

  @Test
  void isProvedNotToExistByOneWordThatNobodyContradicts() {
    assertThat(at(DENIED, nxdomain(NAME, "AAAA")).provesThatItDoesNotExist()).isTrue();
    assertThat(at(DENIED, unasked(NAME, "AAAA")).provesThatItDoesNotExist()).isTrue();
    assertThat(at(DENIED, absent(NAME, "AAAA")).provesThatItDoesNotExist()).isFalse();
    assertThat(at(DENIED, found(NAME, "AAAA", "2001:db8::1")).provesThatItDoesNotExist()).isFalse();
    assertThat(at(unasked(NAME, "A"), unasked(NAME, "AAAA")).provesThatItDoesNotExist()).isFalse();
  }

  @Test
  void isMissingWhenItIsAnAliasOfWhatIs() {
    var alias = nxdomain(NAME, "A", "other.test");
    assertThat(at(alias, alias).provesThatItDoesNotExist()).isTrue();
  }

  @Test
  void itsDomainIsFreeWhenTheRegistryDoesNotKnowIt() {
    assertThat(registered(nxdomain("example.com", "SOA")).provesThatItsDomainIsFree()).isTrue();
    assertThat(registered(nxdomain("Example.COM.", "SOA")).provesThatItsDomainIsFree()).isTrue();
    assertThat(registered(absent("example.com", "SOA")).provesThatItsDomainIsFree()).isFalse();
    assertThat(registered(unasked("example.com", "SOA")).provesThatItsDomainIsFree()).isFalse();
    assertThat(registered(nxdomain("example.com", "SOA", "b.com")).provesThatItsDomainIsFree())
        .isFalse();
    assertThat(registered(nxdomain("gone.example.com", "SOA")).provesThatItsDomainIsFree())
        .isFalse();
    assertThat(at(DENIED, DENIED).provesThatItsDomainIsFree()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a.b.example.com, example.com",
    "a.example.co.uk, example.co.uk",
    "trust.github.io, github.io",
    "_spf.example.com, example.com",
    "a._b.example.com, example.com",
    "com, ",
    "co.uk, ",
    "server.local, ",
    "www.gone.test, ",
    "www.gone.nhs.uk, ",
    "www.gone.gov.uk, ",
    "www.gone.surrey.sch.uk, ",
    "agency.gov, ",
    "_a._b, ",
    "'', "
  })
  void knowsWhatWouldHaveToBeRegistered(String name, String domain) {
    var pointedAt = new PointedAt(name, nxdomain(name, "A"), nxdomain(name, "AAAA"), null);
    assertThat(pointedAt.registrable().map(DomainName::ascii).orElse(null)).isEqualTo(domain);
  }

  @Test
  void cacheTimesAreNoChange() {
    var one = at(found(NAME, "A", "192.0.2.1"), found(NAME, "AAAA", "2001:db8::1"));
    assertThat(one.steady(NAME)).isNotEqualTo(one).isEqualTo(one.steady(NAME).steady(NAME));
  }

  @Test
  void theAddressesOfANameElsewhereAreNoChange() {
    var one = at(found(NAME, "A", "192.0.2.1"), absent(NAME, "AAAA"));
    var other = at(found(NAME, "A", "192.0.2.9", "192.0.2.8"), absent(NAME, "AAAA"));
    assertThat(one.steady("other.test")).isEqualTo(other.steady("other.test"));
    assertThat(one.steady(NAME)).isNotEqualTo(other.steady(NAME));
    assertThat(one.steady("other.test"))
        .isNotEqualTo(at(absent(NAME, "A"), absent(NAME, "AAAA")).steady("other.test"));
  }

  private static PointedAt at(Lookup a, Lookup aaaa) {
    return new PointedAt(NAME, a, aaaa, null);
  }

  private static PointedAt registered(Lookup soa) {
    return new PointedAt(NAME, DENIED, nxdomain(NAME, "AAAA"), soa);
  }
}
