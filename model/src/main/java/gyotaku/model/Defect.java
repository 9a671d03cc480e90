package gyotaku.model;

/// Something in the sample that breaks its grammar. Reading went on.
///
/// @param kind what is wrong
/// @param span where
/// @param excerpt the bytes there, at most 80 characters, made visible
public record Defect(Kind kind, ByteSpan span, String excerpt) {

    public enum Kind {
        BARE_CR,
        BARE_LF,
        NUL_BYTE,
        RAW_8BIT_HEADER,
        NOT_A_HEADER_LINE,
        HEADER_WITHOUT_END,
        EMPTY_HEADER_NAME,
        DUPLICATE_HEADER,
        MISSING_HEADER,
        BAD_ENCODED_WORD,
        SPLIT_ENCODED_WORD,
        BAD_PARAMETER,
        CONFLICTING_PARAMETER,
        BAD_CONTENT_TYPE,
        BAD_TRANSFER_ENCODING,
        BAD_BASE64,
        BAD_QUOTED_PRINTABLE,
        UNKNOWN_CHARSET,
        WRONG_CHARSET,
        UNDECODABLE_TEXT,
        MISSING_BOUNDARY,
        BOUNDARY_NOT_FOUND,
        BOUNDARY_NOT_CLOSED,
        BAD_ADDRESS,
        BAD_DATE,
        BAD_RECEIVED,
        BAD_URL,
        MBOX_FROM_LINE,
        BYTE_ORDER_MARK,
        UNREADABLE_IMAGE,
        UTF_16,
        BAD_MESSAGE_LENGTH,
        PART_STORED_ELSEWHERE,
        PASTED_TEXT,
        LOST_FOLDING,
        /// Programs that count another boundary find other parts.
        AMBIGUOUS_BOUNDARY,
        /// Programs that take the type otherwise find parts where others see one.
        AMBIGUOUS_TYPE,
        /// Programs that take another transfer encoding, or a broken one otherwise, get another content.
        AMBIGUOUS_ENCODING,
        /// Programs that let the header end elsewhere get another content.
        AMBIGUOUS_HEADER,
        /// Programs show file names of different kinds.
        AMBIGUOUS_NAME
    }
}
