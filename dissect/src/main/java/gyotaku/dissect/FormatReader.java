package gyotaku.dissect;

/// Reads one format. Implementations are found by `@AutoService(FormatReader.class)`, have no state and a constructor
/// without arguments.
public interface FormatReader {

    /// Whether the file is of this format: by its content where that says so, else by its name.
    boolean reads(Specimen file);

    /// Tells `found` what is in the file. What was told before an exception stays.
    ///
    /// @throws Exception for a file that is broken, of whatever kind the parser throws: it becomes
    /// [gyotaku.model.mail.Opened.State#BROKEN] with the exception's message
    void read(Specimen file, Findings found) throws Exception;
}
