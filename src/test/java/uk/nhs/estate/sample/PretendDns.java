package uk.nhs.estate.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.Obstacle;

/// A DNS that is a few lines of text, `name type data`: what is in none of them does not exist, and
/// a type `FAILS` hides a type of a name.
public final class PretendDns implements Lookups {
  private final List<String[]> lines;
  private final List<String> questions = new ArrayList<>();

  private PretendDns(List<String[]> lines) {
    this.lines = lines;
  }

  public static PretendDns of(String... lines) {
    return new PretendDns(
        List.of(lines).stream().flatMap(String::lines).map(line -> line.split(" ", 3)).toList());
  }

  /// Everything that was asked, in order, such as `a.test TXT`.
  public List<String> questions() {
    return questions;
  }

  @Override
  public Lookup asked(String name, String type) {
    questions.add(name + " " + type);
    return new Lookup(name, type, answer(name, type, new ArrayList<>()));
  }

  private Lookup.Answer answer(String name, String type, List<String> aliases) {
    var own = lines.stream().filter(line -> line[0].equalsIgnoreCase(name)).toList();
    if (own.stream().anyMatch(line -> line[1].equals("FAILS") && line[2].equals(type))) {
      return new Lookup.Unasked(new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT));
    }
    var alias = own.stream().filter(line -> line[1].equals("CNAME")).findFirst();
    if (alias.isPresent()) {
      var target = alias.get()[2].toLowerCase(Locale.ROOT);
      if (aliases.contains(target)) {
        return new Lookup.Absent(Absence.LOOP, aliases);
      }
      aliases.add(target);
      return answer(target, type, aliases);
    }
    var records =
        own.stream()
            .filter(line -> line[1].equals(type))
            .map(line -> new Lookup.ResourceRecord(name, 300, type, line[2]))
            .toList();
    if (!records.isEmpty()) {
      return new Lookup.Found(aliases, records);
    }
    boolean exists =
        lines.stream()
            .map(line -> line[0].toLowerCase(Locale.ROOT))
            .anyMatch(
                one ->
                    one.equals(name.toLowerCase(Locale.ROOT))
                        || one.endsWith("." + name.toLowerCase(Locale.ROOT)));
    return new Lookup.Absent(exists ? Absence.NODATA : Absence.NXDOMAIN, aliases);
  }
}
