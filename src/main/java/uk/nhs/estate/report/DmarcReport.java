package uk.nhs.estate.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.DomainName;

/// What a receiver of mail says of the messages that named a domain as their author, over some time
/// (RFC 9990; RFC 7489 appendix C).
///
/// It is a claim: who writes it can write what they like (RFC 9990, False Information).
///
/// @param reporter the organisation that reports, as it calls itself
/// @param id unique among reports about the same domain (RFC 9990, Definition of Report-ID)
/// @param domain where the DMARC policy was found
/// @param rows one for each source, outcome and set of names
/// @param sha256 of the XML, in hexadecimal
public record DmarcReport(
    String reporter,
    String id,
    DomainName domain,
    Instant begin,
    Instant end,
    Policy policy,
    List<Row> rows,
    String sha256) {

  public DmarcReport {
    rows = List.copyOf(rows);
  }

  /// What was done with messages. `PASS` is newer than RFC 7489: nothing, as they passed.
  public enum Disposition {
    NONE,
    PASS,
    QUARANTINE,
    REJECT
  }

  /// The policy that the domain published.
  ///
  /// @param p what it asks to be done with messages that fail
  /// @param sp the same for subdomains
  /// @param np the same for subdomains that do not exist
  /// @param pct for how many of a hundred messages (RFC 7489 only)
  /// @param testing whether it only tests (`t`, RFC 9989)
  public record Policy(
      Disposition p,
      @Nullable Disposition sp,
      @Nullable Disposition np,
      @Nullable String adkim,
      @Nullable String aspf,
      @Nullable String pct,
      @Nullable String testing) {}

  /// Messages that came from one address and fared alike.
  ///
  /// @param source the address, in digits
  /// @param dkim whether a signature passed that is aligned with the author's domain
  /// @param spf whether SPF passed for a name that is aligned with the author's domain
  /// @param headerFrom the author's domain
  /// @param overrides why the receiver did something else than the policy says, in its words
  /// @param results what DKIM and SPF said, aligned or not
  public record Row(
      String source,
      long messages,
      Disposition disposition,
      boolean dkim,
      boolean spf,
      String headerFrom,
      List<String> overrides,
      List<AuthResult> results) {

    public Row {
      overrides = List.copyOf(overrides);
      results = List.copyOf(results);
    }

    /// The names for which DKIM or SPF passed, each once, in order.
    public List<String> authenticated() {
      return results.stream()
          .filter(result -> result.result().equals("pass"))
          .map(AuthResult::domain)
          .filter(ReportedValues::isName)
          .distinct()
          .sorted()
          .toList();
    }
  }

  /// What DKIM or SPF said of a name.
  ///
  /// @param domain as it was reported, in lower case; may be no name at all
  /// @param selector of a signature, if it was reported
  public record AuthResult(
      Mechanism mechanism, String domain, @Nullable String selector, String result) {}

  /// How a name is authenticated.
  public enum Mechanism {
    DKIM,
    SPF
  }

  /// The day for which its messages count, in UTC: the one in which the middle of the period lies,
  /// as some reporters begin a day at another hour.
  public LocalDate day() {
    return LocalDate.ofInstant(
        begin.plus(Duration.between(begin, end).dividedBy(2)), ZoneOffset.UTC);
  }

  /// How many messages it is about.
  public long messages() {
    return rows.stream().mapToLong(Row::messages).sum();
  }
}
