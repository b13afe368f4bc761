package uk.nhs.estate.practice;

/// One pretend mail server and what it does to those who come to its port for mail.
public record PracticeMailServer(String host, MailManners manners) {}
