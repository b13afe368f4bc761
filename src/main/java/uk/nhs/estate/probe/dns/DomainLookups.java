package uk.nhs.estate.probe.dns;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;

/// Answers questions about a domain, and whatever its records lead to, by asking name servers now:
/// each question once, and all of them together within the bounds of one look.
///
/// Names elsewhere are shared with other looks for a few minutes. Serves any number of threads.
public final class DomainLookups implements Lookups {
  private final Scope.Tools tools;
  private final String domain;
  private final Quest quest;
  private final Map<Question, FutureTask<Lookup>> answers = new ConcurrentHashMap<>();

  DomainLookups(Scope.Tools tools, String domain) {
    this.tools = tools;
    this.domain = Asked.plain(domain);
    this.quest = new Quest(tools.settings().domain());
  }

  /// @throws IllegalStateException when the scanner is stopped
  @Override
  public Lookup asked(String name, String type) {
    var question = new Question(Asked.plain(name), type);
    var task = answers.computeIfAbsent(question, one -> new FutureTask<>(() -> ask(one)));
    task.run(); // does nothing when it runs already, or has
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while asking the DNS", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking the DNS failed", e.getCause());
    }
  }

  private Lookup ask(Question question) {
    return Asked.isIn(domain, question.name())
        ? direct(question)
        : tools.shared().find(question, this::direct);
  }

  /// At the servers that answer for it; only where none of those can be asked from here, by a
  /// resolver.
  private Lookup direct(Question question) {
    if (tools.zones().isWithoutRoot()) {
      return tools.resolver().ask(question);
    }
    var direct = tools.authorities().ask(question, quest);
    boolean isHidden = direct.answer() instanceof Lookup.Unasked;
    return isHidden && tools.zones().isCutOff() && !quest.isOver()
        ? tools.resolver().ask(question)
        : direct;
  }

  /// All that was asked so far, with the answers.
  public List<Lookup> answers() {
    return answers.values().stream()
        .filter(task -> task.state() == Future.State.SUCCESS)
        .map(FutureTask::resultNow)
        .toList();
  }

  /// Questions put to name servers so far, each try counted.
  public int questions() {
    return quest.questions();
  }
}
