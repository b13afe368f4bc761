package uk.nhs.estate.web;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says dates and times as the NHS does: 24 November 2026, 1:05pm, as clocks show it in London.
public final class When {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h", Locale.UK);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("h:mm", Locale.UK);

  private When() {}

  /// A moment, for people and for programs.
  public static Content at(Instant moment) {
    return element(moment.toString(), words(moment));
  }

  /// A moment, or what to say when there is none.
  public static Content at(@Nullable Instant moment, String otherwise) {
    return moment == null ? out -> out.writeUserContent(otherwise) : at(moment);
  }

  /// A day, or what to say when there is none.
  public static Content on(@Nullable LocalDate day, String otherwise) {
    return day == null
        ? out -> out.writeUserContent(otherwise)
        : element(day.toString(), DATE.format(day));
  }

  /// A moment in words.
  public static String words(Instant moment) {
    var time = moment.atZone(LONDON);
    return DATE.format(time) + ", " + clock(time);
  }

  /// A length of time in words, in the largest unit that fits.
  public static String words(Duration length) {
    if (length.toDays() >= 2) {
      return length.toDays() + " days";
    }
    if (length.toHours() >= 2) {
      return length.toHours() + " hours";
    }
    long minutes = Math.max(1, length.toMinutes());
    return minutes == 1 ? "1 minute" : minutes + " minutes";
  }

  private static String clock(ZonedDateTime time) {
    if (time.getMinute() == 0 && time.getHour() % 12 == 0) {
      return time.getHour() == 0 ? "midnight" : "midday";
    }
    return (time.getMinute() == 0 ? HOUR : MINUTE).format(time)
        + (time.getHour() < 12 ? "am" : "pm");
  }

  private static Content element(String machine, String words) {
    return out -> {
      out.writeContent("<time datetime=\"" + machine + "\">");
      out.writeUserContent(words);
      out.writeContent("</time>");
    };
  }
}
