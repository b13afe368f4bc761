package uk.nhs.estate.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An aggregate report on DMARC about one day, sound unless a test spoils it.
///
/// @param root the start tag of the document
/// @param records elements `record`, one after another
public record DmarcSample(
    String root,
    String reporter,
    String id,
    String domain,
    LocalDate day,
    String policy,
    List<String> records) {

  /// A report with one message that passes.
  public static DmarcSample about(String domain, LocalDate day) {
    return new DmarcSample(
        "<feedback>",
        "receiver.example",
        "2026-" + day + "@" + domain,
        domain,
        day,
        "none",
        List.of());
  }

  public DmarcSample root(String tag) {
    return new DmarcSample(tag, reporter, id, domain, day, policy, records);
  }

  public DmarcSample by(String other) {
    return new DmarcSample(root, other, id, domain, day, policy, records);
  }

  public DmarcSample id(String other) {
    return new DmarcSample(root, reporter, other, domain, day, policy, records);
  }

  public DmarcSample policy(String other) {
    return new DmarcSample(root, reporter, id, domain, day, other, records);
  }

  /// Messages that pass by an aligned signature and SPF.
  public DmarcSample passing(String source, long messages) {
    return record(source, messages, "pass", "pass", "", domain, "pass");
  }

  /// Messages that fail, of which SPF says that they are from another domain.
  public DmarcSample failing(String source, long messages, String authenticated) {
    return record(source, messages, "fail", "fail", "", authenticated, "pass");
  }

  /// Messages that fail, and of which SPF says nothing good.
  public DmarcSample failing(String source, long messages) {
    return record(source, messages, "fail", "fail", "", domain, "fail");
  }

  /// Messages that fail since a mailing list changed them.
  public DmarcSample listed(String source, long messages) {
    return record(
        source,
        messages,
        "fail",
        "fail",
        "<reason><type>mailing_list</type><comment>a list</comment></reason>",
        "lists.example",
        "pass");
  }

  private DmarcSample record(
      String source,
      long messages,
      String dkim,
      String spf,
      String reason,
      String authenticated,
      String result) {
    var more = new ArrayList<>(records);
    more.add(
        """
          <record>
            <row>
              <source_ip>%s</source_ip>
              <count>%d</count>
              <policy_evaluated>
                <disposition>none</disposition>
                <dkim>%s</dkim>
                <spf>%s</spf>
                %s
              </policy_evaluated>
            </row>
            <identifiers>
              <envelope_from>%s</envelope_from>
              <header_from>%s</header_from>
            </identifiers>
            <auth_results>
              <dkim><domain>%s</domain><selector>s1</selector><result>%s</result></dkim>
              <spf><domain>%s</domain><scope>mfrom</scope><result>%s</result></spf>
            </auth_results>
          </record>
        """
            .formatted(
                source,
                messages,
                dkim,
                spf,
                reason,
                domain,
                domain,
                authenticated,
                dkim,
                authenticated,
                result));
    return new DmarcSample(root, reporter, id, domain, day, policy, more);
  }

  /// The document; line 1 is the declaration, and line 2 the root.
  public String xml() {
    long begin = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    var some = records.isEmpty() ? passing("192.0.2.1", 1).records : records;
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    %s
      <version>1.0</version>
      <report_metadata>
        <org_name>%s</org_name>
        <email>postmaster@receiver.example</email>
        <report_id>%s</report_id>
        <date_range><begin>%d</begin><end>%d</end></date_range>
      </report_metadata>
      <policy_published>
        <domain>%s</domain>
        <adkim>r</adkim>
        <p>%s</p>
        <sp>none</sp>
        <pct>100</pct>
      </policy_published>
    %s
    </feedback>
    """
        .formatted(
            root, reporter, id, begin, begin + 86_399, domain, policy, String.join("", some));
  }

  public byte[] bytes() {
    return xml().getBytes(UTF_8);
  }

  public byte[] gzip() {
    return gzip(bytes());
  }

  public static byte[] gzip(byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// An archive, whose entries have names that nobody should follow.
  public static byte[] zip(byte[]... contents) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("../../folder/"));
      for (int at = 0; at < contents.length; at++) {
        zip.putNextEntry(new ZipEntry("../../etc/passwd" + at));
        zip.write(contents[at]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
