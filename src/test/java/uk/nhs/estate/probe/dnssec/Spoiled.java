package uk.nhs.estate.probe.dnssec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
    return remade(sound, record -> unwanted.test(record) ? Stream.empty() : Stream.of(record));
  }

  /// The message with records replaced.
  static Message each(Message sound, UnaryOperator<Record> change) {
    return remade(sound, record -> Stream.of(change.apply(record)));
  }

  private static Message remade(Message sound, Function<Record, Stream<Record>> change) {
    var message = sound.clone();
    for (int section : SECTIONS) {
      message.removeAllRecords(section);
      sound.getSection(section).stream()
          .flatMap(change)
          .forEach(record -> message.addRecord(record, section));
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
    return changedIfReadable(record, at, flip).orElseThrow();
  }

  /// The same record with one octet of its data changed; nothing if it is no record any more.
  static Optional<Record> changedIfReadable(Record record, int at, int flip) {
    var data = record.rdataToWireCanonical();
    data[Math.floorMod(at, data.length)] ^= (byte) flip;
    return Optional.ofNullable(
        Record.newRecord(
            record.getName(), record.getType(), record.getDClass(), record.getTTL(), data));
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
