package uk.nhs.estate.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.nhs.estate.observation.mail.RetiredMailCheck;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.DmarcUri;

/// A DMARC record in the making: what is written today without what receivers pass over, and what
/// has become different.
final class DmarcDraft {
  /// The order in which every receiver can read it (RFC 7489 §6.4).
  private static final List<String> ORDER =
      List.of("v", "p", "sp", "np", "psd", "t", "adkim", "aspf", "fo", "rua", "ruf");

  private static final Set<String> ADDRESSES = Set.of("rua", "ruf");

  private final String domain;
  private final List<DmarcRecord> today;
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final List<String> changes = new ArrayList<>();
  private final Set<String> first = new LinkedHashSet<>();

  /// @param today the records there are; of several, the first that has a tag gives it
  DmarcDraft(String domain, List<DmarcRecord> today) {
    this.domain = domain;
    this.today = today;
    tags.put("v", "DMARC1");
    if (today.size() > 1) {
      changes.add("one record instead of " + today.size());
    }
    today.forEach(this::keep);
    if (!tags.containsKey("ruf") && tags.containsKey("fo")) {
      drop("fo", "it means nothing without ruf");
    }
  }

  private void keep(DmarcRecord record) {
    record
        .errors()
        .forEach(
            error -> changes.add(shown(error.tag(), error.value()) + " goes: " + error.reading()));
    record
        .retired()
        .forEach(tag -> changes.add(shown(tag.name(), tag.value()) + " goes: it is retired"));
    record.retired().stream()
        .filter(tag -> tag.name().equals("pct") && !tag.value().equals("100"))
        .forEach(
            tag ->
                first(
                    "Older receivers spare a part of the mail by "
                        + shown(tag.name(), tag.value())
                        + ": without it the policy counts for all of it."));
    record
        .unknown()
        .forEach(tag -> changes.add(shown(tag.name(), tag.value()) + " goes: nobody knows it"));
    record
        .validTags()
        .forEach((name, value) -> tags.putIfAbsent(name, ADDRESSES.contains(name) ? "" : value));
    addresses("rua", record.aggregateReports());
    addresses("ruf", record.failureReports());
  }

  private static String shown(String tag, String value) {
    return value.isEmpty() ? tag : tag + "=" + value;
  }

  private void addresses(String tag, List<DmarcUri> uris) {
    var kept = new LinkedHashSet<String>();
    Stream.of(tags.getOrDefault(tag, "").split(","))
        .filter(uri -> !uri.isEmpty())
        .forEach(kept::add);
    for (var uri : uris) {
      switch (uri) {
        case DmarcUri.Mailbox mailbox when RetiredMailCheck.had(mailbox.domain()) ->
            changes.add(mailbox.address() + " goes from " + tag + ": Mail Check is retired");
        case DmarcUri.Mailbox mailbox -> {
          if (!mailbox.size().isEmpty()) {
            changes.add("!" + mailbox.size() + " goes from " + tag + ": sizes are retired");
          }
          kept.add(mailbox.withoutSize());
        }
        case DmarcUri.Other(var text, _) -> kept.add(text);
        case DmarcUri.Broken(var text, var why) ->
            changes.add("\"" + text + "\" goes from " + tag + ": " + why);
      }
    }
    if (kept.isEmpty()) {
      tags.remove(tag);
    } else {
      tags.put(tag, String.join(",", kept));
    }
  }

  boolean has(String tag) {
    return tags.containsKey(tag);
  }

  boolean hasReports() {
    return has("rua");
  }

  /// Gives a tag a value.
  void set(String tag, String value) {
    var before = tags.put(tag, value);
    if (before == null) {
      changes.add(tag + "=" + value + " is new");
    } else if (!before.equalsIgnoreCase(value)) {
      changes.add(tag + " goes from " + before + " to " + value);
    }
  }

  /// Leaves a tag out.
  void drop(String tag, String why) {
    var before = tags.remove(tag);
    if (before != null) {
      changes.add(tag + "=" + before + " goes: " + why);
    }
  }

  /// Has reports sent, if they are not.
  void wantReports() {
    if (!hasReports()) {
      var mailbox = "dmarc-reports@" + domain;
      set("rua", "mailto:" + mailbox);
      first(
          "Set up the mailbox "
              + mailbox
              + ", or put in the address of a service that reads the reports for you.");
    }
  }

  /// Adds what to look at before.
  void first(String what) {
    first.add(what);
  }

  private String text() {
    return String.join(
        "; ",
        ORDER.stream().filter(tags::containsKey).map(tag -> tag + "=" + tags.get(tag)).toList());
  }

  /// The record; empty when nothing about it would be different.
  Optional<Advice> advice(String reason) {
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Advice(
                "DMARC",
                new ZoneRecord("_dmarc." + domain, "TXT", text()),
                null,
                today.stream().map(DmarcRecord::text).toList(),
                reason,
                changes,
                List.copyOf(first)));
  }
}
