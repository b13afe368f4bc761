package uk.nhs.estate.observation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Remembers the answers to the last few questions, where the same question always has the same
/// answer and finding it takes time: all checks of a site's certificates read the same ones and
/// verify the same signatures, and all checks of its page read the same page.
public final class LastAnswers<Q, A> {
  private final Function<Q, A> answer;
  private final Map<Q, A> last;

  /// @param most how many are remembered
  public LastAnswers(int most, Function<Q, A> answer) {
    this.answer = answer;
    this.last =
        new LinkedHashMap<>(most, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
            return size() > most;
          }
        };
  }

  /// The answer to a question.
  public A to(Q question) {
    var known = known(question);
    if (known != null) {
      return known;
    }
    var found = Objects.requireNonNull(answer.apply(question)); // outside of the lock
    remember(question, found);
    return found;
  }

  private synchronized @Nullable A known(Q question) {
    return last.get(question);
  }

  private synchronized void remember(Q question, A found) {
    last.put(question, found);
  }
}
