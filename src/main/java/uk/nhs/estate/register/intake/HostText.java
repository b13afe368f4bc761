package uk.nhs.estate.register.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;

/// The names of hosts in what people write where a website is asked for: an address of a page, a
/// bare name, two names in one cell.
///
/// @param hosts none if the text is blank
/// @param notes what was changed or left out; taking the name out of an address is not a change
public record HostText(List<DomainName> hosts, List<Note> notes) {

  private static final int MOST = 2_048;
  private static final int MOST_HOSTS = 8;

  private static final Pattern SPACES = Pattern.compile("(?U)\\s+");
  private static final Set<String> JOINING = Set.of("and", "or", "&", "+", "/", ",", ";", "|");
  private static final Pattern SCHEME = Pattern.compile("(?i)https?:/*|//");
  private static final Pattern AFTER_HOST = Pattern.compile("[/?#\\\\].*");
  private static final Pattern BETWEEN_HOSTS = Pattern.compile("[,;|]+");
  private static final Pattern PORT = Pattern.compile(":[0-9]*$");

  public HostText {
    hosts = List.copyOf(hosts);
    notes = List.copyOf(notes);
  }

  /// Reads a cell.
  ///
  /// @param field the name of its column, for notes and refusals
  /// @throws Refusal if anything in it is neither a host nor something known to go along with one
  public static HostText parse(String field, String cell) {
    if (cell.length() > MOST) {
      throw new RowRefusal(Reason.NOT_A_NAME, field, cell, Refusal.quote(cell) + " is too long.");
    }
    return new Reading(field, cell).read();
  }

  private static final class Reading {

    private final String field;
    private final String cell;
    private final List<DomainName> hosts = new ArrayList<>();
    private final List<String> emails = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    Reading(String field, String cell) {
      this.field = field;
      this.cell = cell;
    }

    HostText read() {
      pieces().forEach(this::takePiece);
      if (hosts.isEmpty() && !emails.isEmpty()) {
        throw new RowRefusal(
            Reason.EMAIL_ADDRESS,
            field,
            cell,
            Refusal.quote(cell) + " is an e-mail address, not a website.");
      }
      if (hosts.isEmpty() && !SPACES.matcher(cell).replaceAll("").isEmpty()) {
        throw notAName("names no website");
      }
      emails.forEach(email -> note(Note.Kind.EMAIL_DROPPED, "left out the e-mail address", email));
      if (hosts.size() > MOST_HOSTS) {
        throw notAName("names more than " + MOST_HOSTS + " websites");
      }
      if (hosts.size() > 1) {
        note(Note.Kind.SEVERAL_NAMES, "found %d names in".formatted(hosts.size()), cell);
      }
      return new HostText(hosts, notes);
    }

    /// What stands between spaces; a piece that starts with a dot belongs to the one before it.
    private List<String> pieces() {
      var pieces = new ArrayList<String>();
      for (var piece : SPACES.splitAsStream(cell.strip()).toList()) {
        if (!pieces.isEmpty() && piece.startsWith(".")) {
          pieces.add(pieces.removeLast() + piece);
          note(Note.Kind.SPACE_DROPPED, "left out the space in", cell);
        } else if (!piece.isEmpty() && !JOINING.contains(piece.toLowerCase(Locale.ROOT))) {
          pieces.add(piece);
        }
      }
      return pieces;
    }

    private void takePiece(String piece) {
      var scheme = SCHEME.matcher(piece);
      String address = scheme.lookingAt() ? piece.substring(scheme.end()) : piece;
      var path = AFTER_HOST.matcher(address);
      if (path.find()) {
        if (path.group().length() > 1) {
          note(Note.Kind.PATH_DROPPED, "left out the path", path.group());
        }
        address = address.substring(0, path.start());
      }
      BETWEEN_HOSTS.splitAsStream(address).filter(host -> !host.isEmpty()).forEach(this::takeHost);
    }

    private void takeHost(String text) {
      if (text.indexOf('@') >= 0) {
        emails.add(text);
        return;
      }
      String host = PORT.matcher(text).replaceFirst("");
      if (!host.equals(text)) {
        note(Note.Kind.PORT_DROPPED, "left out the port in", text);
      }
      var name = parse(host);
      if (host.chars().anyMatch(c -> c >= 'A' && c <= 'Z')) {
        note(Note.Kind.CASE_CHANGED, "wrote in lower case", host);
      }
      if (host.chars().anyMatch(c -> c >= 0x80)) {
        note(Note.Kind.ENCODED, "wrote as " + name, host);
      }
      if (host.endsWith(".")) {
        note(Note.Kind.FINAL_DOT_DROPPED, "left out the dot at the end of", host);
      }
      if (!hosts.contains(name)) {
        hosts.add(name);
      }
    }

    private DomainName parse(String host) {
      try {
        return DomainName.parse(host);
      } catch (Refusal refusal) {
        throw new RowRefusal(Reason.NOT_A_NAME, field, cell, refusal.message());
      }
    }

    private RowRefusal notAName(String why) {
      return new RowRefusal(
          Reason.NOT_A_NAME, field, cell, "%s %s.".formatted(Refusal.quote(cell), why));
    }

    private void note(Note.Kind kind, String what, String text) {
      notes.add(new Note(kind, field, what + " " + Refusal.quote(text)));
    }
  }
}
