package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RdapServicesTest {
  private static final RdapServices SERVICES =
      new RdapServices(
          Map.of(
              "uk", "https://uk.test/", "org.uk", "https://org.test/", "com", "https://c.test/"));

  @Test
  void theLongestSuffixDecides() {
    assertThat(of("trust.co.uk")).contains("https://uk.test/");
    assertThat(of("trust.org.uk")).contains("https://org.test/");
    assertThat(of("www.trust.org.uk")).contains("https://org.test/");
  }

  @Test
  void aSuffixIsMadeOfWholeLabels() {
    assertThat(of("trust.xorg.uk")).contains("https://uk.test/");
    assertThat(of("trust.xuk")).isEmpty();
  }

  @Test
  void manySuffixesHaveNoService() {
    assertThat(of("trust.io")).isEmpty();
    assertThat(of("com.uk.io")).isEmpty();
  }

  private static Optional<String> of(String name) {
    return SERVICES.of(new DomainName(name)).map(RdapServices.Service::url);
  }
}
