package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductVersionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Apache/2.4.58 (Ubuntu)                    | 2.4.58
          Apache/2                                  | 2
          Apache/2 (Unix)                           | 2
          Microsoft-IIS/10.0                        | 10.0
          PHP/8.2.1-1ubuntu                         | 8.2.1
          Jetty(9.4.12.v20180830)                   | 9.4.12
          Phusion Passenger 6.0.1.                  | 6.0.1
          Drupal 10 (https://www.drupal.org)        | 10
          4.0.30319                                 | 4.0.30319
          ARR/3.0, ASP.NET                          | 3.0
          Zope/(4.8.7, python 3.9.2)                | 4.8.7
          WordPress v6.4                            | 6.4
          Liferay Portal 7.4.3.112 CE GA112         | 7.4.3.112
          """)
  void findsTheFirstVersion(String value, String version) {
    assertThat(ProductVersion.in(value)).contains(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nginx",
        "ASP.NET",
        "AmazonS3",
        "Gateway/v2",
        "ECAcc (lhd/35B3)",
        "ECS (lhd/3521)",
        "W3 Total Cache",
        "cache-lhr7.x",
        "a1.2b",
        "Rev1.2",
        "2024",
        "/2",
        "Apache/2x"
      })
  void findsNoneInOtherNumbers(String value) {
    assertThat(ProductVersion.in(value)).isEmpty();
  }

  @Property
  void findsAnyVersionBehindAProduct(
      @ForAll @AlphaChars @NotEmpty String product,
      @ForAll @IntRange(max = 999) int major,
      @ForAll @IntRange(max = 999) int minor) {
    var version = major + "." + minor;
    assertThat(ProductVersion.in(product + "/" + version + " (x)")).contains(version);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    ProductVersion.in(text).ifPresent(version -> assertThat(text).contains(version));
  }
}
