package gyotaku.model.mail;

import gyotaku.model.Text;
import gyotaku.model.Visible;

/// Something about a file that an examiner wants to know.
///
/// @param detail what in the file shows it: a name, a command, the start of a script; at most 300 characters
public record Trait(Kind kind, String detail) {

    public Trait {
        String visible = Visible.of(detail);
        detail = visible.codePointCount(0, visible.length()) <= 300
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, 299)) + "…";
    }

    public enum Kind {
        /// It runs as a program when it is opened.
        PROGRAM(Text.of("実行ファイル", "program")),
        MACRO(Text.of("マクロ", "macro")),
        /// A macro that runs without a click: `AutoOpen`, `Workbook_Open` …
        AUTO_RUN(Text.of("自動実行マクロ", "macro that runs by itself")),
        EXTERNAL_TEMPLATE(Text.of("外部テンプレートの読み込み", "template loaded from outside")),
        /// Another resource that is fetched when the file is opened.
        EXTERNAL_LOAD(Text.of("外部ファイルの読み込み", "load from outside")),
        DDE(Text.of("DDE（外部プログラムの呼び出し）", "DDE (calls another program)")),
        EMBEDDED_OBJECT(Text.of("埋め込みオブジェクト", "embedded object")),
        EMBEDDED_FILE(Text.of("埋め込みファイル", "embedded file")),
        JAVASCRIPT(Text.of("JavaScript", "JavaScript")),
        /// Runs when the file is opened.
        OPEN_ACTION(Text.of("開いたときの動作", "action on opening")),
        LAUNCH(Text.of("プログラムの起動", "starts a program")),
        COMMAND(Text.of("コマンド", "command")),
        FORM(Text.of("入力フォーム", "form")),
        PASSWORD_FIELD(Text.of("パスワード入力欄", "password field")),
        /// A field for the number or the code of a payment card.
        CARD_FIELD(Text.of("カード情報入力欄", "payment card field")),
        /// A mail address that a page knows beforehand: the reader's own, where a mail carries it.
        PREFILLED(Text.of("あらかじめ入力されたメールアドレス", "mail address filled in beforehand")),
        /// A page that builds a file of its own when opened (HTML smuggling).
        SMUGGLING(Text.of("ページ内でのファイル生成（HTML スマグリング）", "builds a file in the page (HTML smuggling)")),
        /// A page whose script hides what it writes.
        OBFUSCATED_SCRIPT(Text.of("難読化されたスクリプト", "obfuscated script")),
        ENCRYPTED(Text.of("暗号化", "encrypted")),
        /// Opened by a password: which, and where it came from.
        PASSWORD_OPENED(Text.of("パスワードで開封", "opened by a password")),
        /// Made to fill whoever unpacks it.
        BOMB(Text.of("展開爆弾", "decompression bomb")),
        /// A name that leads out of the folder it is unpacked into.
        PATH_ESCAPE(Text.of("フォルダー外を指すファイル名", "name that leads out of its folder")),
        /// A name with control or bidirectional characters, or that pretends another kind.
        DECEPTIVE_NAME(Text.of("紛らわしいファイル名", "deceptive name")),
        /// Content of another kind than name or label say.
        OTHER_KIND(Text.of("名前と中身の種類の不一致", "content of another kind than its name")),
        /// Its readers disagree on what is in it (duplicate or overlapping entries).
        AMBIGUOUS(Text.of("読み方が分かれる構造", "read differently by different programs")),
        QR_CODE(Text.of("QRコード", "QR code")),
        /// What a picture looks like, as 64 bits in hexadecimal: pictures that look alike differ in few.
        LOOK(Text.of("見た目のハッシュ（pHash）", "perceptual hash (pHash)")),
        SIGNATURE(Text.of("電子署名", "digital signature")),
        /// Right by the certificate that comes along: its dates (`valid … to …`, ISO 8601), then whose it is and who
        /// issued it.
        SIGNATURE_MATCHES(Text.of(
                "内容と一致する電子署名（証明書を信頼できるかは未確認）",
                "digital signature that matches the content (whether its certificate can be trusted was not checked)")),
        SIGNATURE_FAILS(Text.of("内容と一致しない電子署名", "digital signature that does not match the content")),
        /// No key came along, or the signature is made in a way that nothing here verifies.
        SIGNATURE_UNCHECKED(Text.of("検証していない電子署名", "digital signature, not verified")),
        /// A rule of the operator's own.
        YARA(Text.of("YARA ルールに一致", "matches a YARA rule"));

        private final Text label;

        Kind(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }
}
