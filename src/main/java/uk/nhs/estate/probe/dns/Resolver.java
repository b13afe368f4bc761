package uk.nhs.estate.probe.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.probe.net.ScannerSettings;

/// Asks resolving name servers, and never takes a failure for an absence. What those say of
/// DNSSEC is believed where they validate and are trusted to.
///
/// The servers are the operator's and stand outside the address guard.
public final class Resolver {
  /// What UDP carries everywhere in one piece (DNS flag day 2020).
  private static final int EDNS_PAYLOAD = 1232;

  /// Messages to one question: one from a resolver that follows aliases, more from one that does
  /// not.
  private static final int MOST_STEPS = 8;

  private static final String NOT_AUTHENTIC =
      "the resolver, which validates, found no chain of trust";
  private static final Duration VALIDATES_KEPT = Duration.ofMinutes(5);

  private final List<InetSocketAddress> servers;
  private final Duration time;
  private final int tries;
  private final Semaphore inFlight;
  private final ExecutorService threads;
  private final boolean trusted;
  private final SecureRandom random = new SecureRandom();
  private volatile long validatesUntil = System.nanoTime();
  private volatile boolean validates;

  /// @param threads where the questions of one look are asked side by side
  /// @throws uk.nhs.estate.register.Refusal if a resolver of the settings is no address
  public Resolver(ScannerSettings settings, ExecutorService threads) {
    this.servers = NameServers.of(settings.resolvers());
    this.time = settings.limits().dnsTry();
    this.tries = settings.limits().dnsTries();
    this.inFlight = new Semaphore(settings.politeness().questionsInFlight(), true);
    this.threads = threads;
    this.trusted =
        Objects.requireNonNullElseGet(
            settings.dns().resolversValidate(),
            () -> servers.stream().allMatch(server -> server.getAddress().isLoopbackAddress()));
  }

  /// Whether what they say of DNSSEC can be believed: they are trusted, and call the keys of the
  /// root authentic (RFC 6840 §5.8).
  boolean validates() throws InterruptedException {
    if (trusted && validatesUntil - System.nanoTime() <= 0) {
      validates = walk(Name.root, Type.DNSKEY, false).authentic();
      validatesUntil = System.nanoTime() + VALIDATES_KEPT.toNanos();
    }
    return validates;
  }

  /// Asks all the questions side by side; the answers are in their order.
  List<Lookup> ask(List<Question> questions) {
    var asked = questions.stream().map(one -> threads.submit(() -> ask(one))).toList();
    try {
      return asked.stream().map(Resolver::join).toList();
    } finally {
      asked.forEach(one -> one.cancel(true));
    }
  }

  private static Lookup join(Future<Lookup> asked) {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while asking the DNS", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking the DNS failed", e.getCause());
    }
  }

  Lookup ask(Question question) {
    try {
      var name = Name.fromString(question.name(), Name.root);
      return lookup(question, name, Type.value(question.type()));
    } catch (TextParseException _) { // too long for the DNS, or empty inside: it cannot be there
      return lookup(question, new Lookup.Absent(Lookup.Absence.NXDOMAIN, List.of()), null);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return lookup(
          question,
          new Lookup.Unasked(new Obstacle(Kind.SCANNER_FAULT, "the scanner is stopping")),
          null);
    }
  }

  private static Lookup lookup(
      Question question, Lookup.Answer answer, @Nullable Security security) {
    return new Lookup(question.name(), question.type(), answer, security);
  }

  private Lookup lookup(Question question, Name name, int type) throws InterruptedException {
    var told = walk(name, type, false);
    boolean failed = told.answer() instanceof Lookup.Unasked;
    if (!validates()) {
      return lookup(question, told.answer(), null);
    }
    if (!failed) {
      return lookup(
          question,
          told.answer(),
          told.authentic() ? new Security.Secure() : new Security.Insecure(NOT_AUTHENTIC));
    }
    // who validates hides what is bogus behind SERVFAIL (RFC 4035 §5.5), unless told not to check
    var unchecked = walk(name, type, true);
    return unchecked.answer() instanceof Lookup.Unasked
        ? lookup(question, told.answer(), null)
        : lookup(question, unchecked.answer(), bogus(told.errors()));
  }

  /// What a resolver's extended errors (RFC 8914 §4) say of a broken chain of trust.
  private static Security bogus(List<Integer> errors) {
    var reason = Security.Reason.SIGNATURE_WRONG;
    var detail = "the resolver does not say more";
    for (int error : errors) {
      detail = "the resolver says: " + ExtendedErrorCodeOption.text(error);
      reason =
          switch (error) {
            case ExtendedErrorCodeOption.SIGNATURE_EXPIRED -> Security.Reason.SIGNATURE_EXPIRED;
            case ExtendedErrorCodeOption.SIGNATURE_NOT_YET_VALID ->
                Security.Reason.SIGNATURE_NOT_YET_VALID;
            case ExtendedErrorCodeOption.DNSKEY_MISSING -> Security.Reason.DIGEST_WRONG;
            case ExtendedErrorCodeOption.RRSIGS_MISSING -> Security.Reason.SIGNATURE_MISSING;
            case ExtendedErrorCodeOption.NSEC_MISSING -> Security.Reason.DENIAL_MISSING;
            default -> reason;
          };
    }
    return new Security.Bogus(reason, detail);
  }

  /// What came of a question.
  ///
  /// @param authentic whether every message had the AD bit
  /// @param errors the extended errors of a failure
  private record Told(Lookup.Answer answer, boolean authentic, List<Integer> errors) {}

  private Told walk(Name name, int type, boolean uncheckedToo) throws InterruptedException {
    var answers = new Answers(name, type);
    var asked = name;
    boolean authentic = true;
    for (int step = 0; step < MOST_STEPS; step++) {
      var word = insist(asked, type, answers, uncheckedToo);
      authentic &= word.authentic();
      switch (word.step()) {
        case Answers.Done(var answer) -> {
          return new Told(answer, authentic, List.of());
        }
        case Answers.AskFor(var target) -> asked = target;
        case Answers.Failed(var obstacle) -> {
          return new Told(new Lookup.Unasked(obstacle), false, word.errors());
        }
      }
    }
    return new Told(
        new Lookup.Unasked(new Obstacle(Kind.PROTOCOL_ERROR, "its aliases do not end")),
        false,
        List.of());
  }

  private record Word(Answers.Step step, boolean authentic, List<Integer> errors) {}

  /// Asks one server after the other, as often as the settings say. A word from a server says more
  /// than the silence of another.
  private Word insist(Name name, int type, Answers answers, boolean uncheckedToo)
      throws InterruptedException {
    Obstacle why = null;
    var errors = List.<Integer>of();
    for (int attempt = 0; attempt < tries; attempt++) {
      inFlight.acquire();
      try {
        var server = servers.get(attempt % servers.size());
        var message = Exchange.ask(server, query(name, type, why, uncheckedToo), time);
        var step = answers.read(message);
        if (!(step instanceof Answers.Failed(var obstacle))) {
          return new Word(step, message.getHeader().getFlag(Flags.AD), List.of());
        }
        why = obstacle;
        errors = errors(message);
      } catch (Reply.Unreadable e) {
        why = new Obstacle(Kind.PROTOCOL_ERROR, e.words());
      } catch (IOException _) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      } finally {
        inFlight.release();
      }
    }
    var failed = new Answers.Failed(why == null ? new Obstacle(Kind.NAME_SERVERS_SILENT) : why);
    return new Word(failed, false, errors);
  }

  private static List<Integer> errors(Message message) {
    var opt = message.getOPT();
    return opt == null
        ? List.of()
        : opt.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
            .map(option -> ((ExtendedErrorCodeOption) option).getErrorCode())
            .toList();
  }

  private Message query(Name name, int type, @Nullable Obstacle before, boolean uncheckedToo) {
    var message = Message.newQuery(Record.newRecord(name, type, DClass.IN));
    message.getHeader().setID(random.nextInt(1 << 16));
    if (trusted) {
      message.getHeader().setFlag(uncheckedToo ? Flags.CD : Flags.AD); // RFC 6840 §5.7
    }
    if (before == null) { // a server that fails at EDNS is asked without it (RFC 6891 §6.2.2)
      message.addRecord(new OPTRecord(EDNS_PAYLOAD, 0, 0), Section.ADDITIONAL);
    }
    return message;
  }
}
