package gyotaku.report.section;

import gyotaku.report.block.Statement;

/// What a reader should do: the same words in every report of a kind.
final class Advice {

    private Advice() {}

    static Statement now(Brief brief) {
        return switch (brief.verdict().kind()) {
            case PHISHING ->
                Statement.fixed(
                        "リンクを開かず、返信もせず、メールを削除してください。パスワードやカード番号を入力した場合は、公式サイトを自分で開いて直ちに変更し、カード会社へ連絡してください。",
                        "Do not open the link, do not reply, and delete the mail. If you entered a password or a card number, open the official site yourself, change the password at once and call the card company.");
            case SCAM ->
                Statement.fixed(
                        "返信せず、送金や電子マネーの購入をしないでください。支払ってしまった場合は、金融機関と警察へ直ちに連絡してください。",
                        "Do not reply, do not send money, do not buy vouchers. If you have paid, contact the bank and the police at once.");
            case MALWARE ->
                Statement.fixed(
                        "添付ファイルを開かないでください。開いた場合は、端末をネットワークから切り離し、管理者へ連絡してください。",
                        "Do not open the attachment. If you did, take the device off the network and tell your administrator.");
            case SPAM ->
                Statement.fixed(
                        "返信や配信停止の操作をせずに削除してください。操作すると、アドレスが使われていることが相手に伝わる場合があります。",
                        "Delete it without replying or unsubscribing: either may tell the sender that the address is in use.");
            case SUSPICIOUS ->
                Statement.fixed(
                        "リンクや添付ファイルを開かず、差出人に別の手段（公式サイトや電話）で確かめてください。",
                        "Do not open links or attachments; ask the sender by another way, such as the official site or the telephone.");
            case BENIGN ->
                Statement.fixed(
                        "心当たりのある用件でも、重要な手続きはメールのリンクからではなく、公式サイトやアプリを自分で開いて行ってください。",
                        "Even when you expected it, do important matters not by the link but by opening the official site or app yourself.");
        };
    }
}
