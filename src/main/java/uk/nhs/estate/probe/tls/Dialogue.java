package uk.nhs.estate.probe.tls;

import uk.nhs.estate.probe.tls.Flight.Extent;
import uk.nhs.estate.probe.tls.Reply.Chose;
import uk.nhs.estate.probe.tls.Reply.Strayed;

/// Asks in one manner, holds what comes back against the offer, and notes what can be seen in it.
///
/// @param hellos the manner
record Dialogue(Inquiry inquiry, Notebook notebook, Hellos hellos) {

  /// Says a hello and hears all that is said in the clear; but no chain of certificates time and
  /// again that is so large that all else would be out of reach.
  Reply say(ClientHello hello) {
    return say(hello, notebook.isHeavy() ? Extent.SERVER_HELLO : Extent.WHOLE);
  }

  Reply say(ClientHello hello, Extent extent) {
    var reply = Reply.to(hello, inquiry.ask(hello, extent));
    if (reply instanceof Chose chose) {
      notebook.chose(hello, hellos.serverName(), chose);
    }
    if (reply instanceof Strayed(var oddity)) {
      notebook.odd(oddity);
    }
    return reply;
  }

  Dialogue with(Hellos others) {
    return new Dialogue(inquiry, notebook, others);
  }
}
