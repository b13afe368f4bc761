package uk.nhs.estate.observation.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the date of a cookie, however it is written (RFC 6265bis §5.1.1).
final class CookieDate {
  private static final Pattern DELIMITERS =
      Pattern.compile("[\\t\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})([^0-9].*)?", Pattern.DOTALL);
  private static final Pattern DAY = Pattern.compile("([0-9]{1,2})([^0-9].*)?", Pattern.DOTALL);
  private static final Pattern YEAR = Pattern.compile("([0-9]{2,4})([^0-9].*)?", Pattern.DOTALL);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private int[] time = {};
  private int day = -1;
  private int month = -1;
  private int year = -1;

  private CookieDate() {}

  static Optional<Instant> parse(String text) {
    var date = new CookieDate();
    for (var token : DELIMITERS.split(text, -1)) {
      date.read(token);
    }
    return date.instant();
  }

  /// A token is the first of time, day, month and year that is still wanted and that it can be.
  private void read(String token) {
    var asTime = TIME.matcher(token);
    var asDay = DAY.matcher(token);
    var asYear = YEAR.matcher(token);
    if (time.length == 0 && asTime.matches()) {
      time =
          new int[] {
            Integer.parseInt(asTime.group(1)),
            Integer.parseInt(asTime.group(2)),
            Integer.parseInt(asTime.group(3))
          };
    } else if (day < 0 && asDay.matches()) {
      day = Integer.parseInt(asDay.group(1));
    } else if (month < 0 && monthOf(token) > 0) {
      month = monthOf(token);
    } else if (year < 0 && asYear.matches()) {
      int written = Integer.parseInt(asYear.group(1));
      year = written < 70 ? written + 2000 : written < 100 ? written + 1900 : written;
    }
  }

  private static int monthOf(String token) {
    return token.length() < 3
        ? 0
        : MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private Optional<Instant> instant() {
    if (time.length == 0 || day < 0 || month < 0 || year < 1601) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(year, month, day, time[0], time[1], time[2]).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
