package uk.nhs.estate.advice;

/// A file to publish on the web beside a record.
///
/// @param address its URL
/// @param text all of it
public record WebFile(String address, String text) {}
