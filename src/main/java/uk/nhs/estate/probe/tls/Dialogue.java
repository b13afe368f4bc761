package uk.nhs.estate.probe.tls;

import uk.nhs.estate.probe.tls.Flight.Extent;
import uk.nhs.estate.probe.tls.Reply.Chose;
import uk.nhs.estate.probe.tls.Reply.Strayed;

/// Asks in one manner, holds what comes back against the offer, and notes what can be seen in it.
///
/// @param hellos the manner
record Dialogue(Inquiry inquiry, Notebook notebook, Hellos hellos) {

  Reply say(ClientHello hello) {
    var reply = Reply.to(hello, inquiry.ask(hello, Extent.WHOLE));
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
