package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTxtTest {

  private static final String SOUND =
      """
      # Our security address
      Contact: mailto:security@trust.nhs.uk

      CONTACT:https://trust.nhs.uk/report
      Expires: 2027-06-30T23:59:00.000Z
      Preferred-Languages: en, cy
      #Contact: mailto:old@trust.nhs.uk
      this is no field
      """;

  @Test
  void readsFieldsAndPassesOverTheRest() {
    var file = SecurityTxt.parse(SOUND);
    assertThat(file.values("contact"))
        .containsExactly("mailto:security@trust.nhs.uk", "https://trust.nhs.uk/report");
    assertThat(file.expires()).contains(Instant.parse("2027-06-30T23:59:00Z"));
    assertThat(file.fields()).hasSize(4);
    assertThat(file.saysWhomToTell()).isTrue();
    assertThat(file.signed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void takesAnyLineEnd(String end) {
    assertThat(SecurityTxt.parse("\uFEFF" + SOUND.replace("\n", end)).fields())
        .isEqualTo(SecurityTxt.parse(SOUND).fields());
  }

  @Test
  void looksInsideASignature() {
    var file =
        SecurityTxt.parse(
            """
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA256

            Contact: mailto:a@b.test
            - -Odd: yes
            - Expires: 2027-01-01T00:00:00Z
            -----BEGIN PGP SIGNATURE-----
            Contact: mailto:forged@b.test
            -----END PGP SIGNATURE-----
            Contact: mailto:forged@b.test
            """);
    assertThat(file.signed()).isTrue();
    assertThat(file.values("contact")).containsExactly("mailto:a@b.test");
    assertThat(file.values("hash")).isEmpty();
    assertThat(file.values("-odd")).containsExactly("yes");
    assertThat(file.expires()).contains(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void aLineThatLooksLikeASignatureIsNoneWithoutAnEnvelope() {
    assertThat(SecurityTxt.parse("-----BEGIN PGP SIGNATURE-----\nContact: a:b").saysWhomToTell())
        .isTrue();
    assertThat(SecurityTxt.parse("Contact: a:b\n-----BEGIN PGP SIGNED MESSAGE-----").signed())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
    "2027-01-01t00:00:00z, 2027-01-01T00:00:00Z",
    "2027-01-01T01:30:00+01:30, 2027-01-01T00:00:00Z",
    "2027-01-01T00:00:00.123456Z, 2027-01-01T00:00:00.123456Z"
  })
  void readsADate(String text, Instant date) {
    assertThat(SecurityTxt.parse("Expires: " + text).expires()).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Expires:",
        "Expires: soon",
        "Expires: 2027-01-01",
        "Expires: 2027-02-30T00:00:00Z",
        "Expires: 2027-01-01T00:00:00",
        "Expires: 1 Jan 2027 00:00:00 GMT",
        "Expires: 2027-01-01T00:00:00Z\nExpires: 2027-01-01T00:00:00Z"
      })
  void hasNoDateWithoutExactlyOne(String text) {
    assertThat(SecurityTxt.parse(text).expires()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Contact",
        "Contact:",
        "Contact: ",
        " Contact: mailto:a@b.test",
        "Contact : mailto:a@b.test",
        "#Contact: mailto:a@b.test",
        "<p>Contact: us</p>",
        "<!doctype html>\n<title>Not found</title>"
      })
  void aPageIsNoFile(String text) {
    assertThat(SecurityTxt.parse(text).saysWhomToTell()).isFalse();
  }

  @Test
  void findsNothingOddInWhatIsSound() {
    assertThat(SecurityTxt.parse(SOUND.replace("this is no field\n", "")).oddities()).isEmpty();
    assertThat(
            SecurityTxt.parse(
                    """
                    -----BEGIN PGP SIGNED MESSAGE-----
                    Hash: SHA256

                    Contact: mailto:a@b.test
                    -----BEGIN PGP SIGNATURE-----
                    -----END PGP SIGNATURE-----
                    """)
                .oddities())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          this is no field                             | line 1 is no field: this is no field
          Contact:                                     | contact has no value
          Expiry: 2027-01-01T00:00:00Z                 | maybe Expires was meant
          Preferred-Languages: en, English language    | names no language: English language
          -----BEGIN PGP SIGNED MESSAGE-----           | its signature has no end
          """)
  void findsWhatIsOdd(String line, String oddity) {
    assertThat(SecurityTxt.parse(line).oddities()).singleElement().asString().contains(oddity);
  }

  @Test
  void findsALoneCarriageReturn() {
    assertThat(SecurityTxt.parse("Contact: tel:1\rPolicy: a:b\r\n").oddities())
        .containsExactly("lines end with a carriage return alone");
    assertThat(SecurityTxt.parse("Contact: tel:1\r\nPolicy: a:b\r\n").oddities()).isEmpty();
  }

  @Test
  void readsOctetsThatAreNoUtf8() {
    var file = SecurityTxt.read("Contact: tel:1\n# \u00FC".getBytes(ISO_8859_1));
    assertThat(file.saysWhomToTell()).isTrue();
    assertThat(file.oddities()).containsExactly("it is not in UTF-8");
    assertThat(SecurityTxt.read("# \u00FC".getBytes(UTF_8)).oddities()).isEmpty();
  }

  @Property
  void findsTheContactAmongAnyLines(
      @ForAll @StringLength(max = 60) String before, @ForAll @StringLength(max = 60) String after) {
    var text = "# " + before.replaceAll("[\r\n]", "") + "\nContact: tel:+44\n" + after;
    assertThat(SecurityTxt.parse(text).values("contact")).startsWith("tel:+44");
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var file = SecurityTxt.read(bytes);
    assertThat(file.oddities()).hasSizeLessThanOrEqualTo(10).allMatch(odd -> odd.length() < 200);
    assertThat(file.expires()).isNotNull();
    assertThat(file.fields()).allMatch(field -> !field.name().startsWith("#"));
  }
}
