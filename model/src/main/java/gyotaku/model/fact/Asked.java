package gyotaku.model.fact;

import gyotaku.model.Text;
import gyotaku.model.fact.Landing.Field;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What a field of a page asks for. The first whose hint or word fits is meant, so the narrower stand first.
public enum Asked {
    MEMBER_NUMBER(
            Text.of("会員番号・ログインID", "member number or login name"),
            false,
            List.of("username"),
            List.of(
                    "会員番号",
                    "お客様番号",
                    "会員id",
                    "ログインid",
                    "ユーザーid",
                    "ユーザid",
                    "userid",
                    "username",
                    "loginid",
                    "memberno",
                    "memberid"),
            Set.of("id", "user", "login", "uid")),
    ONE_TIME_CODE(
            Text.of("ワンタイムパスワード・認証コード", "one-time code"),
            true,
            List.of("one-time-code"),
            List.of("ワンタイム", "認証コード", "認証番号", "確認コード", "smsコード", "onetime", "verificationcode", "authcode", "smscode"),
            Set.of("otp", "2fa", "mfa")),
    PASSWORD(
            Text.of("パスワード", "password"),
            true,
            List.of("current-password", "new-password"),
            List.of("パスワード", "password", "passwd", "passwort"),
            Set.of("pw", "pwd", "pass")),
    PIN(Text.of("暗証番号", "PIN"), true, List.of(), List.of("暗証番号", "pincode", "pinnumber"), Set.of("pin")),
    CARD_NUMBER(
            Text.of("カード番号", "card number"),
            true,
            List.of("cc-number"),
            List.of("カード番号", "cardnumber", "cardno", "cardnum", "ccnum", "ccno", "kartennummer"),
            Set.of("card", "pan", "creditcard")),
    CARD_EXPIRY(
            Text.of("カードの有効期限", "card expiry date"),
            true,
            List.of("cc-exp", "cc-exp-month", "cc-exp-year"),
            List.of("有効期限", "cardexp", "expdate", "expiry", "expiration", "expmonth", "expyear"),
            Set.of("mm/yy", "exp")),
    CARD_CODE(
            Text.of("カードのセキュリティコード", "card security code"),
            true,
            List.of("cc-csc"),
            List.of("セキュリティコード", "securitycode", "cardcode", "cvv", "cvc"),
            Set.of("cvv", "cvv2", "cvc", "cvc2", "csc")),
    BANK_ACCOUNT(
            Text.of("口座番号", "bank account number"),
            true,
            List.of(),
            List.of("口座番号", "accountnumber", "bankaccount"),
            Set.of("iban")),
    NAME(
            Text.of("氏名", "name"),
            false,
            List.of("name", "cc-name", "given-name", "family-name"),
            List.of("氏名", "お名前", "名義", "fullname", "firstname", "lastname", "cardholder", "nameoncard"),
            Set.of("name")),
    BIRTHDAY(
            Text.of("生年月日", "date of birth"),
            false,
            List.of("bday", "bday-day", "bday-month", "bday-year"),
            List.of("生年月日", "誕生日", "birthday", "dateofbirth", "birthdate"),
            Set.of("dob", "birth")),
    EMAIL(Text.of("メールアドレス", "email address"), false, List.of("email"), List.of("メール", "email"), Set.of("mail")),
    PHONE(
            Text.of("電話番号", "telephone number"),
            false,
            List.of("tel", "tel-national"),
            List.of("電話", "携帯", "phone"),
            Set.of("tel", "mobile")),
    ADDRESS(
            Text.of("住所", "postal address"),
            false,
            List.of("street-address", "postal-code", "address-line1", "address-line2", "address-level1"),
            List.of("住所", "郵便番号", "postalcode", "postcode", "zipcode", "streetaddress"),
            Set.of("address", "zip")),
    FILE(Text.of("ファイル（本人確認書類など）", "a file, such as an identity document"), false, List.of(), List.of(), Set.of());

    /// Against labels of a megabyte; what a field asks for stands at its start.
    private static final int READ = 200;

    private final Text label;
    private final boolean secret;
    private final List<String> hints;
    private final List<String> within;
    private final Set<String> whole;

    Asked(Text label, boolean secret, List<String> hints, List<String> within, Set<String> whole) {
        this.label = label;
        this.secret = secret;
        this.hints = hints;
        this.within = within;
        this.whole = whole;
    }

    public Text label() {
        return label;
    }

    /// Whether who has it can act in the visitor's name or take money.
    public boolean isSecret() {
        return secret;
    }

    public boolean isCard() {
        return this == CARD_NUMBER || this == CARD_CODE || this == CARD_EXPIRY;
    }

    /// By its hint, then by its label and name, then by its type; empty for what none of them tells.
    public static Optional<Asked> of(Field field) {
        String hint = field.autocomplete().strip().toLowerCase(Locale.ROOT);
        return first(asked -> asked.hints.stream().anyMatch(it -> hint.equals(it) || hint.endsWith(" " + it)))
                .or(() -> first(asked -> asked.named(plain(field.label())) || asked.named(plain(field.name()))))
                .filter(asked -> !field.type().equals("password") || asked.secret)
                .or(() -> byType(field.type()));
    }

    /// All that the page's forms ask for, in the order of this list.
    public static Set<Asked> of(Landing page) {
        Set<Asked> all = EnumSet.noneOf(Asked.class);
        page.forms().forEach(form -> form.fields().forEach(field -> of(field).ifPresent(all::add)));
        return Collections.unmodifiableSet(all);
    }

    private static Optional<Asked> first(Predicate<Asked> fits) {
        return Arrays.stream(values()).filter(fits).findFirst();
    }

    private boolean named(String plain) {
        return whole.contains(plain) || within.stream().anyMatch(plain::contains);
    }

    private static Optional<Asked> byType(String type) {
        return switch (type) {
            case "password" -> Optional.of(PASSWORD);
            case "email" -> Optional.of(EMAIL);
            case "tel" -> Optional.of(PHONE);
            case "file" -> Optional.of(FILE);
            default -> Optional.empty();
        };
    }

    /// Compatibility forms folded, lower case, without what stands between words.
    private static String plain(String text) {
        String start = text.length() > READ ? text.substring(0, READ) : text;
        String folded = Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(folded.length());
        folded.chars().filter(c -> " _-[]　*:".indexOf(c) < 0).forEach(c -> out.append((char) c));
        return out.toString();
    }
}
