package gyotaku.enrich.ipdata;

import gyotaku.enrich.source.Setting;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.IpFacts.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The operator's MaxMind DB files, in the order of asking.
public final class IpDatabases {

    public static final Setting SETTING = Setting.place(
            "ip.databases",
            "",
            "MaxMind DB files (country, ASN, city), a list; the first that knows an address wins over the bundled data");

    private final List<IpDatabase> files;

    private IpDatabases(List<IpDatabase> files) {
        this.files = List.copyOf(files);
    }

    static IpDatabases none() {
        return new IpDatabases(List.of());
    }

    /// Opens all of them.
    ///
    /// @throws IOException whose message names the first that is missing or broken
    public static IpDatabases open(List<String> paths) throws IOException {
        List<IpDatabase> opened = new ArrayList<>();
        for (String path : paths) {
            try {
                opened.add(IpDatabase.open(path));
            } catch (IOException | RuntimeException e) {
                boolean there = Files.isRegularFile(Path.of(path));
                throw new IOException(path + (there ? " is not a MaxMind DB file" : " is not there"), e);
            }
        }
        return new IpDatabases(opened);
    }

    /// A part of an answer and where it is from.
    ///
    /// @param gave `country`, `asn`, or `broken` when the file could not be read at this address
    record Share(String name, String built, List<String> gave) {}

    /// @param shares of the files that gave something
    record Merged(Origin origin, List<Share> shares) {}

    /// The number of an autonomous system and its name are taken from the same place; a name that the file lacks is
    /// added when the bundled data has the same number.
    Merged over(Origin bundled, IpAddress address) {
        Origin merged = new Origin("", 0, "");
        List<Share> shares = new ArrayList<>();
        for (IpDatabase file : files) {
            List<String> gave = new ArrayList<>();
            try {
                Origin says = file.origin(address);
                if (merged.country().isEmpty() && !says.country().isEmpty()) {
                    merged = new Origin(says.country(), merged.asn(), merged.asName());
                    gave.add("country");
                }
                if (merged.asn() == 0 && says.asn() != 0) {
                    merged = new Origin(merged.country(), says.asn(), says.asName());
                    gave.add("asn");
                }
            } catch (IOException _) {
                gave.add("broken");
            }
            if (!gave.isEmpty()) {
                shares.add(new Share(file.name(), file.built().toString(), List.copyOf(gave)));
            }
        }
        return new Merged(completed(merged, bundled), shares);
    }

    private static Origin completed(Origin first, Origin bundled) {
        boolean same = first.asn() == 0
                || first.asn() == bundled.asn() && first.asName().isEmpty();
        return new Origin(
                first.country().isEmpty() ? bundled.country() : first.country(),
                same ? bundled.asn() : first.asn(),
                same ? bundled.asName() : first.asName());
    }
}
