package gyotaku.dissect.shortcut;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Remote;
import gyotaku.dissect.Scripts;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A short cut of Windows (MS-SHLLINK): what it starts, with which arguments, and where its picture comes from.
@AutoService(FormatReader.class)
public final class ShellLinkReader implements FormatReader {

    private static final int HEADER = 0x4c;
    private static final int HAS_ID_LIST = 1;
    private static final int HAS_INFO = 1 << 1;
    private static final int UNICODE = 1 << 7;

    /// The texts that follow, in their order, each there when its bit is set (MS-SHLLINK 2.4).
    private static final List<String> TEXTS = List.of("name", "relative path", "working folder", "arguments", "icon");

    /// Of arguments; a real command line ends at 32 K letters, spaces before it hide it in the dialogue.
    private static final int LONGEST = 32 << 10;

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/x-ms-shortcut");
    }

    @Override
    public void read(Specimen file, Findings found) {
        new Reading(file.bytes(), found).read();
    }

    private static final class Reading {
        private final byte[] bytes;
        private final Findings found;
        private int at = HEADER;

        Reading(byte[] bytes, Findings found) {
            this.bytes = bytes;
            this.found = found;
        }

        void read() {
            int flags = number(20);
            StringBuilder command = new StringBuilder();
            if ((flags & HAS_ID_LIST) != 0) {
                int length = word(at);
                idList(at + 2, Math.min(bytes.length, at + 2 + length));
                at += 2 + length;
            }
            if ((flags & HAS_INFO) != 0) {
                command.append(localPath(at));
                at += Math.max(number(at), 4);
            }
            texts(flags, command);
            environment(command);
            String line = String.join(" ", command.toString().strip().split("\\s+"));
            if (!line.isEmpty()) {
                found.trait(Trait.Kind.LAUNCH, line);
                found.trait(Trait.Kind.COMMAND, line);
                Scripts.tellUrls(line, Link.Context.FILE, "", found);
            }
        }

        private void texts(int flags, StringBuilder command) {
            for (int i = 0; i < TEXTS.size(); i++) {
                if ((flags & 1 << 2 + i) == 0) {
                    continue;
                }
                String text = text((flags & UNICODE) != 0);
                boolean runs =
                        TEXTS.get(i).equals("arguments") || TEXTS.get(i).equals("relative path") && command.isEmpty();
                if (runs) {
                    command.append(' ').append(text);
                }
                remote(TEXTS.get(i), text);
            }
        }

        private void remote(String what, String target) {
            if (Remote.is(target)) {
                found.trait(Trait.Kind.EXTERNAL_LOAD, what + ": " + target);
                found.link("", target, what.equals("icon") ? Link.Context.IMAGE : Link.Context.FILE, what);
            }
        }

        private String text(boolean unicode) {
            int letters = word(at);
            int size = unicode ? 2 * letters : letters;
            int from = Math.min(bytes.length, at + 2);
            int to = Math.min(bytes.length, from + Math.min(size, LONGEST * 2));
            at = Math.min(bytes.length, from + size);
            return new String(bytes, from, to - from, unicode ? StandardCharsets.UTF_16LE : ansi());
        }

        /// LinkInfo (MS-SHLLINK 2.3): a path on this machine, or a share and what is in it.
        private String localPath(int info) {
            int flags = number(info + 8);
            StringBuilder path = new StringBuilder();
            if ((flags & 1) != 0) {
                path.append(zeroEnded(info + number(info + 16)));
            }
            if ((flags & 2) != 0) {
                int network = info + number(info + 20);
                String share = zeroEnded(network + number(network + 8));
                path.append(share);
                String rest = zeroEnded(info + number(info + 24));
                remote("target", share + (rest.isEmpty() ? "" : "\\" + rest));
                path.append(rest.isEmpty() ? "" : "\\" + rest);
            } else if ((flags & 1) != 0) {
                path.append(zeroEnded(info + number(info + 24)));
            }
            return path.toString();
        }

        /// A target that is a URL stands in the list of items, as letters.
        private void idList(int from, int to) {
            List<String> urls = new ArrayList<>();
            for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
                for (int shift = 0; shift < (charset.equals(StandardCharsets.UTF_16LE) ? 2 : 1); shift++) {
                    int start = Math.min(from + shift, to);
                    String all = new String(bytes, start, Math.max(0, to - start), charset);
                    int http = all.indexOf("http");
                    if (http >= 0 && all.startsWith("://", all.startsWith("https", http) ? http + 5 : http + 4)) {
                        int end = http;
                        while (end < all.length() && all.charAt(end) > ' ' && all.charAt(end) < 0x7f) {
                            end++;
                        }
                        urls.add(all.substring(http, end));
                    }
                }
            }
            urls.stream().distinct().forEach(url -> found.link("", url, Link.Context.FILE, "target"));
        }

        /// EnvironmentVariableDataBlock (MS-SHLLINK 2.5.4): a target like `%comspec%`.
        private void environment(StringBuilder command) {
            int block = at;
            while (block + 8 <= bytes.length) {
                int size = number(block);
                if (size < 8) {
                    return;
                }
                if (number(block + 4) == 0xa0000001) {
                    String target = zeroEnded(block + 8);
                    if (command.indexOf(target) < 0) {
                        command.insert(0, target + " ");
                    }
                }
                block += size > bytes.length - block ? bytes.length - block : size;
            }
        }

        private String zeroEnded(int from) {
            if (from < 0 || from >= bytes.length) {
                return "";
            }
            int end = from;
            while (end < bytes.length && bytes[end] != 0 && end - from < LONGEST) {
                end++;
            }
            return new String(bytes, from, end - from, ansi());
        }

        private static Charset ansi() {
            return Charset.forName("windows-31j");
        }

        private int word(int from) {
            return from >= 0 && from + 2 <= bytes.length ? bytes[from] & 255 | (bytes[from + 1] & 255) << 8 : 0;
        }

        private int number(int from) {
            return word(from) | word(from + 2) << 16;
        }
    }
}
