package gyotaku.parse.link;

import java.util.Map;
import java.util.OptionalInt;

/// Colours of CSS and of HTML attributes (CSS Color 4, sections 5 and 6.1) as 24 bits.
final class Colours {

    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("white", 0xffffff),
            Map.entry("black", 0),
            Map.entry("red", 0xff0000),
            Map.entry("green", 0x008000),
            Map.entry("blue", 0x0000ff),
            Map.entry("yellow", 0xffff00),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("silver", 0xc0c0c0),
            Map.entry("navy", 0x000080),
            Map.entry("orange", 0xffa500),
            Map.entry("whitesmoke", 0xf5f5f5),
            Map.entry("snow", 0xfffafa),
            Map.entry("ivory", 0xfffff0),
            Map.entry("ghostwhite", 0xf8f8ff),
            Map.entry("lightgray", 0xd3d3d3),
            Map.entry("lightgrey", 0xd3d3d3));

    private Colours() {}

    static boolean isTransparent(String value) {
        if (value.equals("transparent")) {
            return true;
        }
        boolean shortForm = value.startsWith("#") && (value.length() == 5 && value.endsWith("0"));
        boolean longForm = value.startsWith("#") && (value.length() == 9 && value.endsWith("00"));
        return shortForm
                || longForm
                || value.startsWith("rgba(") && value.replace(" ", "").endsWith(",0)");
    }

    static OptionalInt parse(String value) {
        String word = value.startsWith("rgb") ? value : value.split(" ", 2)[0];
        if (NAMES.containsKey(word)) {
            return OptionalInt.of(NAMES.get(word));
        }
        return word.startsWith("rgb") ? rgb(word) : hex(word.startsWith("#") ? word.substring(1) : word);
    }

    private static OptionalInt hex(String digits) {
        int length = digits.length();
        if (length != 3 && length != 4 && length != 6 && length != 8
                || digits.chars().anyMatch(c -> c > 127 || Character.digit(c, 16) < 0)) {
            return OptionalInt.empty();
        }
        if (length <= 4) {
            int value = Integer.parseInt(digits.substring(0, 3), 16);
            return OptionalInt.of((value >> 8) * 0x110000 + (value >> 4 & 15) * 0x1100 + (value & 15) * 0x11);
        }
        return OptionalInt.of(Integer.parseInt(digits.substring(0, 6), 16));
    }

    private static OptionalInt rgb(String value) {
        int colour = 0;
        int channels = 0;
        int number = -1;
        for (int i = 0; i < value.length() && channels < 3; i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.min(Math.max(number, 0) * 10 + c - '0', 255);
            } else if (number >= 0) {
                colour = colour << 8 | number;
                channels++;
                number = -1;
            }
        }
        return channels == 3 && value.indexOf('%') < 0 ? OptionalInt.of(colour) : OptionalInt.empty();
    }
}
