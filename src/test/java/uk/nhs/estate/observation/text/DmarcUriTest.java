package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DmarcUriTest {

  @ParameterizedTest
  @CsvSource({
    "mailto:a@b.test, a@b.test, b.test, ''",
    "MailTo:A@B.Test, A@B.Test, b.test, ''",
    "mailto:a@b.test!10m, a@b.test, b.test, 10m",
    "mailto:a@b.test!5, a@b.test, b.test, 5",
    "mailto:a+tag%2Cx@sub.b.test?subject=x, a+tag%2Cx@sub.b.test, sub.b.test, ''"
  })
  void readsAMailbox(String text, String address, String domain, String size) {
    assertThat(DmarcUri.list(text))
        .containsExactly(new DmarcUri.Mailbox(text, address, domain, size));
  }

  @Test
  void leavesTheSizeOutOfAMailbox() {
    assertThat(DmarcUri.list("mailto:a@b.test!10m,mailto:a@b.test"))
        .allSatisfy(
            uri -> assertThat(((DmarcUri.Mailbox) uri).withoutSize()).isEqualTo("mailto:a@b.test"));
  }

  @Test
  void readsOtherSchemes() {
    assertThat(DmarcUri.list("https://b.test/reports"))
        .containsExactly(new DmarcUri.Other("https://b.test/reports", "https"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                   | empty
          a@b.test             | mailto: is missing
          reports              | no address
          mailto:              | part is missing
          mailto:b.test        | not one e-mail address
          mailto:a@b           | not one e-mail address
          mailto:a@-b.test     | not one e-mail address
          mailto:a@b.test@c.test | not one e-mail address
          mail to:a@b.test     | space
          mailto: a@b.test     | space
          mailto:a@b.test!10x  | characters
          mailto:a!b@b.test    | characters
          mailto:a%zz@b.test   | characters
          """)
  void saysWhatIsWrongWithAnAddress(String text, String why) {
    assertThat(DmarcUri.list(text))
        .singleElement()
        .isInstanceOfSatisfying(
            DmarcUri.Broken.class, broken -> assertThat(broken.why()).contains(why));
  }

  @Test
  void readsAListBetweenCommas() {
    assertThat(DmarcUri.list("mailto:a@b.test , mailto:c@d.test!1k,"))
        .extracting(DmarcUri::text)
        .containsExactly("mailto:a@b.test", "mailto:c@d.test!1k", "");
  }

  @Property
  void findsTheDomainOfAnyMailbox(
      @ForAll @AlphaChars @StringLength(min = 1, max = 60) String local,
      @ForAll @AlphaChars @StringLength(min = 1, max = 60) String label) {
    var domain = label.toLowerCase(Locale.ROOT) + ".test";
    assertThat(DmarcUri.list("mailto:" + local + "@" + label + ".test"))
        .containsExactly(
            new DmarcUri.Mailbox(
                "mailto:" + local + "@" + label + ".test",
                local + "@" + label + ".test",
                domain,
                ""));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    assertThat(DmarcUri.list(text)).hasSize(1 + (int) text.chars().filter(c -> c == ',').count());
  }
}
