package gyotaku.parse.link;

import gyotaku.model.mail.Unseen.How;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.nodes.Element;

/// How the text of an element looks: what it inherits and what its styles say.
///
/// @param gone why it is not displayed, transparent, of no size or off the screen: no child can come back
/// @param invisible by `visibility`, which a child may undo
/// @param fontPixels size of the letters
/// @param colour of the letters; empty when unknown
/// @param ground behind them; empty when unknown, as over a picture
record Look(Optional<How> gone, boolean invisible, double fontPixels, OptionalInt colour, OptionalInt ground) {

    private static final double OFF_SCREEN = -200;

    /// Colours nearer than this in every channel cannot be told apart by a reader.
    private static final int SAME_COLOUR = 24;

    static final Look PAGE = new Look(Optional.empty(), false, 16, OptionalInt.of(0), OptionalInt.of(0xffffff));

    boolean isHidden() {
        return hiding().isPresent();
    }

    /// Why its text is not seen; empty when it is.
    Optional<How> hiding() {
        if (gone.isPresent()) {
            return gone;
        }
        if (invisible) {
            return Optional.of(How.INVISIBLE);
        }
        if (fontPixels <= 1) {
            return Optional.of(How.TINY);
        }
        return isColourOfGround() ? Optional.of(How.COLOUR_OF_GROUND) : Optional.empty();
    }

    private boolean isColourOfGround() {
        if (colour.isEmpty() || ground.isEmpty()) {
            return false;
        }
        int difference = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int one = colour.getAsInt() >> shift & 255;
            int other = ground.getAsInt() >> shift & 255;
            difference = Math.max(difference, Math.abs(one - other));
        }
        return difference < SAME_COLOUR;
    }

    Look of(Element element, Declarations css) {
        return new Look(
                gone.isPresent() ? gone : goes(element, css),
                visibility(css),
                font(css),
                colour(element, css),
                ground(element, css));
    }

    private static Optional<How> goes(Element element, Declarations css) {
        if (element.hasAttr("hidden") || css.get("display").equals("none")) {
            return Optional.of(How.NOT_DISPLAYED);
        }
        if (!css.get("opacity").isEmpty() && number(css.get("opacity"), 1) < 0.05) {
            return Optional.of(How.TRANSPARENT);
        }
        if (isFolded(css) || isClipped(css)) {
            return Optional.of(How.CUT_OFF);
        }
        return isOffScreen(css) ? Optional.of(How.OFF_SCREEN) : Optional.empty();
    }

    /// CSS Masking 1: `clip` counts for what is positioned, `clip-path` always.
    private static boolean isClipped(Declarations css) {
        String rect = css.get("clip").replace("px", "").replace(", ", ",").replace(' ', ',');
        String path = css.get("clip-path").replace(" ", "");
        boolean positioned =
                css.get("position").equals("absolute") || css.get("position").equals("fixed");
        return positioned && (rect.equals("rect(0,0,0,0)") || rect.equals("rect(1,1,1,1)"))
                || path.startsWith("inset(50%)")
                || path.startsWith("inset(100%)")
                || path.startsWith("circle(0")
                || css.get("transform").replace(" ", "").equals("scale(0)");
    }

    private static boolean isFolded(Declarations css) {
        boolean none = isNothing(css.get("height")) || isNothing(css.get("max-height"));
        none |= isNothing(css.get("width")) || isNothing(css.get("max-width"));
        return none && css.get("overflow").startsWith("hidden");
    }

    private static boolean isNothing(String size) {
        return !size.isEmpty() && number(size, 100) <= 1 && !size.endsWith("%") && !size.endsWith("em");
    }

    private static boolean isOffScreen(Declarations css) {
        String position = css.get("position");
        boolean moved = position.equals("absolute") || position.equals("fixed");
        return moved && Math.min(number(css.get("left"), 0), number(css.get("top"), 0)) < OFF_SCREEN
                || number(css.get("text-indent"), 0) < OFF_SCREEN;
    }

    private boolean visibility(Declarations css) {
        return switch (css.get("visibility")) {
            case "hidden", "collapse" -> true;
            case "visible" -> false;
            default -> invisible;
        };
    }

    private double font(Declarations css) {
        String size = css.get("font-size");
        if (size.isEmpty()) {
            size = sizeInShorthand(css.get("font"));
        }
        double value = number(size, Double.NaN);
        if (Double.isNaN(value)) {
            return size.isEmpty() || size.equals("inherit") ? fontPixels : 16;
        }
        if (size.endsWith("%")) {
            return fontPixels * value / 100;
        }
        return size.endsWith("rem") ? value * 16 : size.endsWith("em") ? value * fontPixels : value * pixels(size);
    }

    private static double pixels(String size) {
        return size.endsWith("pt") ? 4.0 / 3 : 1;
    }

    private static String sizeInShorthand(String font) {
        for (String word : font.split(" ", 10)) {
            boolean unit = word.contains("px") || word.contains("pt") || word.contains("em");
            if (unit || word.equals("0") || word.startsWith("0/")) {
                return word.indexOf('/') < 0 ? word : word.substring(0, word.indexOf('/'));
            }
        }
        return "";
    }

    private static double number(String text, double otherwise) {
        int end = 0;
        while (end < text.length() && end < 12 && "+-.0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        try {
            return end == 0 ? otherwise : Double.parseDouble(text.substring(0, end));
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private OptionalInt colour(Element element, Declarations css) {
        String value = css.get("color");
        if (value.isEmpty()) {
            String attribute = element.normalName().equals("body") ? "text" : "color";
            value = element.attr(attribute).strip().toLowerCase(Locale.ROOT);
        }
        if (value.isEmpty() || value.equals("inherit")) {
            return colour;
        }
        return Colours.isTransparent(value) ? ground : Colours.parse(value);
    }

    private OptionalInt ground(Element element, Declarations css) {
        boolean picture =
                element.hasAttr("background") || !css.get("background-image").isEmpty();
        String value = css.get("background-color");
        value = value.isEmpty() ? css.get("background") : value;
        value = value.isEmpty() ? element.attr("bgcolor").strip().toLowerCase(Locale.ROOT) : value;
        picture |=
                css.get("background").contains("url(") || css.get("background").contains("gradient");
        if (picture) {
            return OptionalInt.empty();
        }
        boolean nothing = value.isEmpty() || value.equals("none") || value.equals("inherit");
        return nothing || Colours.isTransparent(value) ? ground : Colours.parse(value);
    }
}
