package uk.nhs.estate.probe.dnssec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Spoils one thing in a sound message.
final class Spoiled {
  private static final int[] SECTIONS = {Section.ANSWER, Section.AUTHORITY};

  private Spoiled() {}

  /// The message without some of its records.
  static Message without(Message sound, Predicate<Record> unwanted) {
    return each(sound, record -> unwanted.test(record) ? null : record);
  }

  /// The message with records replaced, or left out where there is nothing instead.
  static Message each(Message sound, Function<Record, @Nullable Record> change) {
    var message = sound.clone();
    for (int section : SECTIONS) {
      message.removeAllRecords(section);
      for (var record : sound.getSection(section)) {
        var changed = change.apply(record);
        if (changed != null) {
          message.addRecord(changed, section);
        }
      }
    }
    return message;
  }

  /// The message with more records in its answer.
  static Message with(Message sound, Iterable<? extends Record> more, int section) {
    var message = sound.clone();
    more.forEach(record -> message.addRecord(record, section));
    return message;
  }

  /// Whether a record is a signature over a type.
  static Predicate<Record> signatureOf(int type) {
    return record -> record instanceof RRSIGRecord rrsig && rrsig.getTypeCovered() == type;
  }

  /// Whether a record is of a type, or a signature over it.
  static Predicate<Record> signed(int type) {
    return signatureOf(type).or(record -> record.getType() == type);
  }

  /// The same record with one octet of its data changed.
  static Record changed(Record record, int at, int flip) {
    var data = record.rdataToWireCanonical();
    data[Math.floorMod(at, data.length)] ^= (byte) flip;
    return Record.newRecord(
        record.getName(), record.getType(), record.getDClass(), record.getTTL(), data);
  }

  static Record record(Name name, int type, String data) {
    try {
      return Record.fromString(name, type, DClass.IN, 300, data, Name.root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A question without an answer.
  static Message empty(Name name) {
    return Message.newQuery(Record.newRecord(name, Type.A, DClass.IN));
  }
}
