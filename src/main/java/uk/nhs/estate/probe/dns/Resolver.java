package uk.nhs.estate.probe.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
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
import uk.nhs.estate.probe.net.ScannerSettings;

/// Asks resolving name servers, and never takes a failure for an absence.
///
/// The servers are the operator's and stand outside the address guard.
public final class Resolver {
  /// What UDP carries everywhere in one piece (DNS flag day 2020).
  private static final int EDNS_PAYLOAD = 1232;

  /// Messages to one question: one from a resolver that follows aliases, more from one that does
  /// not.
  private static final int MOST_STEPS = 8;

  private final List<InetSocketAddress> servers;
  private final Duration time;
  private final int tries;
  private final Semaphore inFlight;
  private final ExecutorService threads;
  private final SecureRandom random = new SecureRandom();

  /// @param threads where the questions of one look are asked side by side
  /// @throws uk.nhs.estate.register.Refusal if a resolver of the settings is no address
  public Resolver(ScannerSettings settings, ExecutorService threads) {
    this.servers = NameServers.of(settings.resolvers());
    this.time = settings.limits().dnsTry();
    this.tries = settings.limits().dnsTries();
    this.inFlight = new Semaphore(settings.politeness().questionsInFlight(), true);
    this.threads = threads;
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
      return lookup(question, answer(name, Type.value(question.type())));
    } catch (TextParseException _) { // too long for the DNS, or empty inside: it cannot be there
      return lookup(question, new Lookup.Absent(Lookup.Absence.NXDOMAIN, List.of()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return lookup(
          question,
          new Lookup.Unasked(new Obstacle(Kind.SCANNER_FAULT, "the scanner is stopping")));
    }
  }

  private static Lookup lookup(Question question, Lookup.Answer answer) {
    return new Lookup(question.name(), question.type(), answer);
  }

  private Lookup.Answer answer(Name name, int type) throws InterruptedException {
    var answers = new Answers(name, type);
    var asked = name;
    for (int step = 0; step < MOST_STEPS; step++) {
      switch (insist(asked, type, answers)) {
        case Answers.Done(var answer) -> {
          return answer;
        }
        case Answers.AskFor(var target) -> asked = target;
        case Answers.Failed(var obstacle) -> {
          return new Lookup.Unasked(obstacle);
        }
      }
    }
    return new Lookup.Unasked(new Obstacle(Kind.PROTOCOL_ERROR, "its aliases do not end"));
  }

  /// Asks one server after the other, as often as the settings say. A word from a server says more
  /// than the silence of another.
  private Answers.Step insist(Name name, int type, Answers answers) throws InterruptedException {
    Obstacle why = null;
    for (int attempt = 0; attempt < tries; attempt++) {
      inFlight.acquire();
      try {
        var server = servers.get(attempt % servers.size());
        var message = Exchange.ask(server, query(name, type, why), time);
        var step = answers.read(message);
        if (!(step instanceof Answers.Failed(var obstacle))) {
          return step;
        }
        why = obstacle;
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
    return new Answers.Failed(why == null ? new Obstacle(Kind.NAME_SERVERS_SILENT) : why);
  }

  private Message query(Name name, int type, @Nullable Obstacle before) {
    var message = Message.newQuery(Record.newRecord(name, type, DClass.IN));
    message.getHeader().setID(random.nextInt(1 << 16));
    if (before == null) { // a server that fails at EDNS is asked without it (RFC 6891 §6.2.2)
      message.addRecord(new OPTRecord(EDNS_PAYLOAD, 0, 0), Section.ADDITIONAL);
    }
    return message;
  }
}
