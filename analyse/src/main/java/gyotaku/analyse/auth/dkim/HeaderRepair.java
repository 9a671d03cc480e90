package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.dkim.DkimResult.Change;
import gyotaku.analyse.auth.dkim.RawMessage.RawField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what was done to the signed fields, by undoing what way stations are known to do until the signature is right.
/// That explains a failure; it never makes a pass of it.
final class HeaderRepair {

    /// `[list 123]`, `***SPAM***`, `[spam]` before the subject.
    private static final Pattern TAG =
            Pattern.compile("^(\\s*)(?:\\[[^\\]\\r\\n]{1,60}\\]|\\*{2,5}[^*\\r\\n]{1,40}\\*{2,5})[ \\t]?");

    /// Values of Content-Transfer-Encoding (RFC 2045 section 6.1).
    private static final List<String> ENCODINGS = List.of("7bit", "8bit", "quoted-printable", "base64");

    /// What lists and gateways add.
    private static final List<String> ADDED = List.of("reply-to", "sender", "cc", "to", "list-unsubscribe", "list-id");

    /// Against headers of megabytes, each of which would be put together some twenty times.
    private static final int LONGEST_SIGNED = 64 << 10;

    private HeaderRepair() {}

    private record Undone(Change change, RawMessage message) {}

    /// What was done; nothing when undoing that does not help.
    ///
    /// @param holds whether the signature is right over that message
    static List<Change> of(RawMessage message, DkimSignature signature, Predicate<RawMessage> holds) {
        if (SignedText.of(message, signature).length() > LONGEST_SIGNED) {
            return List.of();
        }
        List<Undone> single = candidates(message, signature);
        for (Undone undone : single) {
            if (holds.test(undone.message())) {
                return List.of(undone.change());
            }
        }
        return single.stream()
                .filter(undone -> undone.change() == Change.SUBJECT_TAGGED)
                .flatMap(undone -> candidates(undone.message(), signature).stream())
                .filter(undone -> undone.change() != Change.SUBJECT_TAGGED && holds.test(undone.message()))
                .findFirst()
                .map(undone -> List.of(Change.SUBJECT_TAGGED, undone.change()))
                .orElse(List.of());
    }

    private static List<Undone> candidates(RawMessage message, DkimSignature signature) {
        List<Undone> all = new ArrayList<>();
        untagged(message, signature).ifPresent(all::add);
        originalFrom(message).ifPresent(all::add);
        if (signature.signed().contains("content-transfer-encoding")) {
            message.fields("content-transfer-encoding").stream()
                    .limit(1)
                    .forEach(field -> ENCODINGS.forEach(encoding -> all.add(new Undone(
                            Change.TRANSFER_ENCODING, message.replacing(field, field.with(" " + encoding))))));
        }
        ADDED.stream()
                .filter(signature.signed()::contains)
                .flatMap(name -> message.fields(name).stream().limit(1))
                .forEach(field -> all.add(new Undone(Change.FIELD_ADDED, message.without(field))));
        return all;
    }

    private static Optional<Undone> untagged(RawMessage message, DkimSignature signature) {
        if (!signature.signed().contains("subject") || message.fields("subject").isEmpty()) {
            return Optional.empty();
        }
        RawField subject = message.fields("subject").getLast();
        Matcher tag = TAG.matcher(subject.body());
        return tag.find()
                ? Optional.of(new Undone(
                        Change.SUBJECT_TAGGED,
                        message.replacing(
                                subject,
                                subject.with(tag.group(1) + subject.body().substring(tag.end())))))
                : Optional.empty();
    }

    private static Optional<Undone> originalFrom(RawMessage message) {
        List<RawField> from = message.fields("from");
        List<RawField> original = message.fields("x-original-from");
        return from.isEmpty() || original.isEmpty()
                ? Optional.empty()
                : Optional.of(new Undone(
                        Change.FROM_REWRITTEN,
                        message.replacing(
                                from.getLast(),
                                from.getLast().with(original.getLast().body()))));
    }
}
