package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.probe.tls.Hellos.Manner;
import uk.nhs.estate.probe.tls.Reply.Chose;

/// The first exchange with a server, from which on it is known in which manner it can be talked to.
///
/// At first all is offered at once. Only if a server does not answer that is it found out what it
/// does not bear: TLS 1.3, the size, the number of suites, unknown extensions, or a server name.
///
/// @param dialogue in the manner that it bears
/// @param offer what it answered, or did not
record Opening(Dialogue dialogue, ClientHello offer, Reply reply) {

  /// Longer than 511 octets, which some cannot take.
  private static final int LARGE = 600;

  static Opening with(Inquiry inquiry, Notebook notebook, @Nullable String serverName) {
    var dialogue = new Dialogue(inquiry, notebook, new Hellos(serverName, Manner.ANY));
    var offer = dialogue.hellos().everything();
    var reply = dialogue.say(offer);
    var first = new Opening(dialogue, offer, reply);
    if (reply instanceof Chose) {
      Stream.of(
              Behaviour.TOLERATES_TLS_1_3_HELLO,
              Behaviour.TOLERATES_LARGE_HELLO,
              Behaviour.TOLERATES_MANY_SUITES,
              Behaviour.TOLERATES_UNKNOWN_EXTENSIONS)
          .forEach(its -> notebook.tried(its, new TakenUp("the first hello was answered")));
      if (serverName != null) {
        notebook.tried(
            Behaviour.TOLERATES_SERVER_NAME, new TakenUp("the first hello was answered"));
      }
      return first;
    }
    return first.modestly();
  }

  /// Offers less and less until something is answered.
  private Opening modestly() {
    if (reply instanceof Reply.Unheard || reply instanceof Reply.Strayed) {
      return this;
    }
    var name = dialogue.hellos().serverName();
    var modest = upTo(TLS_1_2, new Hellos(name, Manner.MODEST));
    if (modest.isAnswered()) {
      if (name != null) {
        tolerates(Behaviour.TOLERATES_SERVER_NAME, true);
      }
      return modest.vary();
    }
    if (name != null) {
      var nameless = upTo(TLS_1_2, new Hellos(null, Manner.MODEST));
      if (nameless.isAnswered()) {
        tolerates(Behaviour.TOLERATES_SERVER_NAME, false);
        return nameless.vary();
      }
    }
    var bare = upTo(TLS_1_0, new Hellos(null, Manner.BARE));
    if (bare.isAnswered()) {
      tolerates(Behaviour.TOLERATES_UNKNOWN_EXTENSIONS, false);
      return bare;
    }
    for (boolean keyless : List.of(true, false)) {
      var small = only13(name, keyless);
      if (small.isAnswered()) {
        return small;
      }
    }
    return this;
  }

  private boolean isAnswered() {
    return reply instanceof Chose;
  }

  /// Adds one thing at a time to a modest hello that was answered.
  private Opening vary() {
    var hellos = dialogue.hellos();
    var newest = with13(true);
    if (!newest.isAnswered()) {
      newest = with13(false);
    }
    if (!newest.isAnswered()) {
      newest = only13(hellos.serverName(), true); // it may know groups of finite fields only
    }
    boolean tls13 = newest.isAnswered();
    boolean keyless = newest.dialogue.hellos().manner().keyless();
    boolean large = say(hellos, offer.paddedTo(LARGE)).isAnswered();
    boolean many = say(hellos, offer.suites(twoPortions())).isAnswered();
    boolean unknown = say(hellos, offer.greased()).isAnswered();
    tolerates(Behaviour.TOLERATES_TLS_1_3_HELLO, tls13);
    tolerates(Behaviour.TOLERATES_LARGE_HELLO, large);
    tolerates(Behaviour.TOLERATES_MANY_SUITES, many);
    tolerates(Behaviour.TOLERATES_UNKNOWN_EXTENSIONS, unknown);
    var manner = new Manner(true, unknown, large, many, tls13, keyless);
    return (tls13 ? newest : this).in(manner);
  }

  private Opening with13(boolean keyless) {
    var hellos = new Hellos(dialogue.hellos().serverName(), Manner.MODEST.tls13(keyless));
    return say(hellos, hellos.everything());
  }

  private Opening only13(@Nullable String name, boolean keyless) {
    var hellos = new Hellos(name, Manner.MODEST.tls13(keyless));
    return say(hellos, hellos.tls13(Hellos.SUITES_13, Hellos.GROUPS_13));
  }

  private List<Integer> twoPortions() {
    var portions = dialogue.hellos().portions(TLS_1_2);
    return Stream.concat(portions.get(1).stream(), portions.get(0).stream()).toList();
  }

  private Opening in(Manner manner) {
    var hellos = new Hellos(dialogue.hellos().serverName(), manner);
    return new Opening(dialogue.with(hellos), offer, reply);
  }

  private Opening upTo(int version, Hellos hellos) {
    return say(hellos, hellos.upTo(version, hellos.portions(version).getFirst(), Hellos.CURVES));
  }

  private Opening say(Hellos hellos, ClientHello hello) {
    var its = dialogue.with(hellos);
    return new Opening(its, hello, its.say(hello));
  }

  private void tolerates(Behaviour behaviour, boolean answered) {
    dialogue
        .notebook()
        .tried(
            behaviour,
            Notebook.trial(answered, "such a hello is answered", "such a hello is not answered"));
  }
}
