package gyotaku.model.mail;

import gyotaku.model.Text;

/// Text in the HTML that a reader does not see. Newsletters have some as well: the line that a mail program shows
/// beside the subject.
///
/// @param how the first of the reasons that hides it, from the page inward
public record Unseen(String text, How how) {

    public enum How {
        NOT_DISPLAYED(Text.of("非表示（display:none など）", "not displayed (display:none or the like)")),
        INVISIBLE(Text.of("不可視（visibility:hidden）", "invisible (visibility:hidden)")),
        TRANSPARENT(Text.of("透明（opacity:0）", "transparent (opacity:0)")),
        /// In a box of no size, or cut off by `clip`.
        CUT_OFF(Text.of("大きさのない枠や切り抜き", "in a box of no size, or clipped")),
        OFF_SCREEN(Text.of("画面の外", "off the screen")),
        TINY(Text.of("読めない大きさの文字", "letters too small to be read")),
        COLOUR_OF_GROUND(Text.of("背景と同じ色", "colour of its ground"));

        private final Text label;

        How(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }
}
