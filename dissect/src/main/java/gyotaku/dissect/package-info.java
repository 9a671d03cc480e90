/// Looks into files. Each format is one [FormatReader]; [Dissector] finds the one that reads a file, [Child] is the
/// process that it runs in.
@NullMarked
package gyotaku.dissect;

import org.jspecify.annotations.NullMarked;
