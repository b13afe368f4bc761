package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsRptRecordTest {

  /// The first two are the examples of RFC 8460 §3.1.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=TLSRPTv1;rua=mailto:reports@example.com              | mailto:reports@example.com
          v=TLSRPTv1; rua=https://reporting.example.com/v1/tlsrpt | https://reporting.example.com/v1/tlsrpt
          v=TLSRPTv1; rua=mailto:a@b.test,https://b.test; x=y;   | mailto:a@b.test https://b.test
          v=TLSRPTv1; rua=mailto:a@b.test , mailto:c@b.test      | mailto:a@b.test mailto:c@b.test
          v=TLSRPTv1; rua=mailto:a@b.test; rua=mailto:c@b.test   | mailto:a@b.test mailto:c@b.test
          v=TLSRPTv1; x=y; rua=MAILTO:a%21@b.test?subject=x=y    | MAILTO:a%21@b.test?subject=x=y
          v=TLSRPTv1; rua=https://b.test:8443/?a=b#c             | https://b.test:8443/?a=b#c
          """)
  void readsTheAddresses(String txt, String addresses) {
    assertThat(TlsRptRecord.parse(txt))
        .isEqualTo(new Reading.Valid<>(new TlsRptRecord(List.of(addresses.split(" ")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=TLSRPTv1                                  | nothing but its version
          v=tlsrptv1; rua=mailto:a@b.test             | does not begin
          v=TLSRPTv1 rua=mailto:a@b.test              | does not begin
          v=TLSRPTv1; x=y                             | has no rua
          v=TLSRPTv1; RUA=mailto:a@b.test             | has no rua
          v=TLSRPTv1; ruf=mailto:a@b.test             | has no rua
          v=TLSRPTv1; rua=                            | rua names ""
          v=TLSRPTv1; rua=mailto:a@b.test,            | rua names ""
          v=TLSRPTv1; rua= mailto:a@b.test            | a space before
          v=TLSRPTv1; rua=a@b.test                    | rua names "a@b.test"
          v=TLSRPTv1; rua=mailto:b.test               | rua names "mailto:b.test"
          v=TLSRPTv1; rua=mailto:@b.test              | rua names "mailto:@b.test"
          v=TLSRPTv1; rua=mailto:a@b.test!10m         | rua names
          v=TLSRPTv1; rua=mailto: a@b.test            | rua names
          v=TLSRPTv1; rua=http://b.test/              | rua names "http://b.test/"
          v=TLSRPTv1; rua=https:///x                  | rua names
          v=TLSRPTv1; rua=ftp://b.test/               | rua names
          v=TLSRPTv1; rua=mailto:a@b.test; x          | "x" is no name with a value
          v=TLSRPTv1; rua=mailto:a@b.test; x=         | not allowed
          """)
  void saysWhatBreaksTheGrammar(String txt, String problem) {
    assertThat(TlsRptRecord.parse(txt))
        .isInstanceOfSatisfying(
            Reading.Invalid.class, invalid -> assertThat(invalid.problem()).contains(problem));
  }

  @Property
  void readsEveryMailbox(
      @ForAll @Size(min = 1, max = 5)
          List<@AlphaChars @StringLength(min = 1, max = 20) String> people) {
    var mailboxes = people.stream().map(one -> "mailto:" + one + "@b.test").toList();
    assertThat(
            TlsRptRecord.parse(
                mailboxes.stream().collect(Collectors.joining(" ,\t", "v=TLSRPTv1; rua=", ";"))))
        .isEqualTo(new Reading.Valid<>(new TlsRptRecord(mailboxes)));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    if (TlsRptRecord.parse("v=TLSRPTv1;" + new String(bytes, ISO_8859_1))
        instanceof Reading.Valid<TlsRptRecord>(var record)) {
      assertThat(record.addresses())
          .isNotEmpty()
          .allMatch(address -> address.matches("(?i)(?:mailto:|https://)[!-~]+"));
    }
  }
}
