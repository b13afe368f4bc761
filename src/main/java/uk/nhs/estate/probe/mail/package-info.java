/// Meets the mail servers of a domain on the port for mail between servers. Nothing is ever
/// delivered: no command is sent but EHLO, STARTTLS and QUIT.
@NullMarked
package uk.nhs.estate.probe.mail;

import org.jspecify.annotations.NullMarked;
