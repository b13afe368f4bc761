package uk.nhs.estate.report;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import uk.nhs.estate.register.Refusal;

/// Takes aggregate reports out of the file in which they were sent: XML, XML packed by gzip, or a
/// ZIP archive of some. What a file is, is seen from its content; names of and in it are never
/// read.
///
/// A bomb is stopped by what comes out of it while it comes out, whatever it says of itself.
/// Nothing that was packed twice is unpacked.
public final class ReportFile {
  /// The largest file that is read, packed or not.
  public static final long MOST_BYTES = 64L << 20;

  private static final long MOST_IN_A_REPORT = 32L << 20;
  private static final long MOST_IN_ALL = 64L << 20;
  private static final int MOST_ENTRIES = 1_000;
  private static final int HEAD = 512;

  private static final Pattern MAIL =
      Pattern.compile("(From |[A-Za-z][A-Za-z0-9-]{1,60}:[ \\t]).*");

  private final Instant now;
  private long left = MOST_IN_ALL;

  private ReportFile(Instant now) {
    this.now = now;
  }

  /// What a file is.
  private enum Form {
    XML,
    GZIP,
    ZIP
  }

  /// Reads every report in a file.
  ///
  /// @param now no report is of a later time
  /// @throws Refusal if it is no such file, or one of the reports is none
  public static List<DmarcReport> read(InputStream file, Instant now) {
    try {
      return new ReportFile(now).reports(buffered(new Bounded(file, MOST_BYTES)));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private List<DmarcReport> reports(BufferedInputStream in) throws IOException {
    return switch (form(in)) {
      case XML -> List.of(report(in));
      case GZIP -> List.of(unpacked(new GZIPInputStream(in)));
      case ZIP -> archived(new ZipInputStream(in, StandardCharsets.ISO_8859_1));
    };
  }

  private List<DmarcReport> archived(ZipInputStream zip) throws IOException {
    var reports = new ArrayList<DmarcReport>();
    for (int entry = 1; zip.getNextEntry() != null; entry++) {
      if (entry > MOST_ENTRIES) {
        throw refusal("The archive has more than %,d entries.".formatted(MOST_ENTRIES));
      }
      var in = buffered(zip);
      if (head(in).length == 0) {
        continue; // a folder
      }
      try {
        reports.add(unpacked(in));
      } catch (Refusal refusal) {
        throw new Refusal(
            refusal.field(), "Entry %d of the archive: %s".formatted(entry, refusal.message()));
      }
    }
    if (reports.isEmpty()) {
      throw refusal("The archive holds no report.");
    }
    return reports;
  }

  private DmarcReport unpacked(InputStream packed) throws IOException {
    var in = buffered(packed);
    if (form(in) != Form.XML) {
      throw refusal("It holds another archive: unpack it, and give what is in it.");
    }
    return report(in);
  }

  private DmarcReport report(BufferedInputStream in) throws IOException {
    var encoding = XmlEncoding.of(head(in));
    in.skipNBytes(encoding.mark());
    var bounded = new Bounded(in, Math.min(left, MOST_IN_A_REPORT));
    var digest = new DigestInputStream(bounded, sha256());
    var report =
        DmarcXml.read(
            encoding.reader(digest),
            now,
            () -> HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    left -= bounded.read;
    return report;
  }

  private static Form form(BufferedInputStream in) throws IOException {
    var head = head(in);
    var text = XmlEncoding.ascii(head).stripLeading();
    if (head.length == 0) {
      throw refusal("The file is empty.");
    }
    if (starts(head, 0x1f, 0x8b)) {
      return Form.GZIP;
    }
    if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
      return Form.ZIP;
    }
    if (text.startsWith("<")) {
      return Form.XML;
    }
    if (MAIL.matcher(text.lines().findFirst().orElse("")).matches()) {
      throw refusal("It is a mail message: save its attachment, and give that.");
    }
    if (text.startsWith("{")) {
      throw refusal(
          "It is JSON, perhaps a report on TLS (RFC 8460); give DMARC aggregate reports.");
    }
    throw refusal("It is neither XML nor XML packed by gzip or ZIP.");
  }

  private static boolean starts(byte[] head, int... with) {
    return head.length >= with.length
        && IntStream.range(0, with.length).allMatch(at -> (head[at] & 0xff) == with[at]);
  }

  private static byte[] head(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    var head = in.readNBytes(HEAD);
    in.reset();
    return head;
  }

  private static BufferedInputStream buffered(InputStream in) {
    return in instanceof BufferedInputStream already
        ? already
        : new BufferedInputStream(in, 1 << 14);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static Refusal refusal(String message) {
    return new Refusal("file", message);
  }

  private static Refusal unreadable(IOException e) {
    return refusal(
        e instanceof EOFException
            ? "It ends too early: it was cut off."
            : "It cannot be read: %s."
                .formatted(Refusal.shown(String.valueOf(e.getMessage()), 200)));
  }

  /// Gives no more bytes than allowed, and lets no parser take broken ones for the end.
  private static final class Bounded extends FilterInputStream {
    private final long most;
    private long read;

    Bounded(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      try {
        int count = super.read(into, offset, length);
        read += Math.max(0, count);
        if (read > most) {
          throw refusal(
              "There is more in it than the %,d bytes that are read at most.".formatted(most));
        }
        return count;
      } catch (IOException e) {
        throw unreadable(e);
      }
    }

    @Override
    public long skip(long count) throws IOException {
      return readNBytes((int) Math.min(count, 1 << 14)).length;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    /// The parser would close an archive after its first entry.
    @Override
    public void close() {}
  }
}
