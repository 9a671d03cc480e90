package gyotaku.report.section;

import gyotaku.model.Text;
import gyotaku.report.block.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The fixed words in details of opened files ([Opened#detail] and [Trait#detail], which are English), in both
/// languages. What a file brought itself stays as it is; so does a detail of words that are not known here.
final class DetailWords {

    /// Why a file was read no further.
    private static final List<Text> ENDINGS = List.of(
            Text.of("見つかった内容が、回答の長さの上限を超えました", "what was found in it is longer than an answer may be"),
            Text.of("全体は展開していません", "it was not unpacked whole"),
            Text.of("{0} 階層より深い位置にあります", "it lies deeper than {0} files"),
            Text.of("内部の長さの値が、ファイルの外を指しています", "a length in it leads out of it"),
            Text.of("OpenPGP パケットが、記載された長さより短くなっています", "a packet is shorter than it says"),
            Text.of("受信者の鍵で暗号化されています", "encrypted for the keys of its recipients"),
            Text.of("パスワードで暗号化されています", "encrypted with a password"),
            Text.of("S/MIME・OpenPGP の署名ではありません", "it is no signature of S/MIME or OpenPGP"),
            Text.of("S/MIME・OpenPGP の署名ではありません：{0}", "it is no signature of S/MIME or OpenPGP: {0}"),
            Text.of("種類 {0} の内容です", "content of type {0}"),
            Text.of("{0} 個のパスワードのいずれでも開けません", "none of {0} passwords opens it"),
            Text.of("1 回の試行に {0} 回の計算が必要です", "a try takes {0} rounds"),
            Text.of("証明書で暗号化されています", "it is encrypted for a certificate"),
            Text.of("画像として復号できません", "it cannot be decoded"),
            Text.of("中にファイルがありません", "no file is in it"),
            Text.of("目次が壊れています", "its directory is broken"),
            Text.of("目次が壊れています：{0}", "its directory is broken: {0}"),
            Text.of("記載された位置に何もありません", "nothing lies there"),
            Text.of("ISO 9660 の部分にファイルがありません", "no file is in its ISO 9660 part"),
            Text.of("{0}：イメージが途中で終わっています", "{0}: the image ends before it does"),
            Text.of("読み取れるファイルシステムがありません", "no file system that is known here"),
            Text.of("パーティション {0}：読み取れるファイルシステムではありません", "partition {0}: no file system that is known here"),
            Text.of("{0} のボリュームです", "a volume of {0}"),
            Text.of("削除済みです", "it is deleted"),
            Text.of("先に読んだファイルが、1 通のメールに割り当てた量を使い切りました", "the files before it took all that a mail may take"),
            Text.of("記録にありません", "it is not in the recording"),
            Text.of("{0} 秒以内に終わりませんでした", "not done after {0} s"),
            Text.of("中断されました", "interrupted"),
            Text.of("終了処理中のため、新たなファイルは開きません", "no more files are opened"),
            Text.of("処理に、割り当てた量を超えるメモリーが必要でした", "its process needed more memory than it may have"),
            Text.of("処理が終了コード {0} で終わりました", "its process ended with code {0}"),
            Text.of("処理から回答がありません：{0}", "no answer: {0}"),
            Text.of(
                    "一覧だけで、展開していません：bsdtar コマンドがありません",
                    "it is listed, not unpacked: the bsdtar command is not installed"),
            Text.of("一覧だけで、展開していません：{0}", "it is listed, not unpacked: {0}"),
            Text.of("圧縮方式 {0} です", "packed by method {0}"),
            Text.of("続きが別のキャビネットファイルにあります", "goes on in another cabinet"),
            Text.of("属するフォルダーがありません", "is in no folder"));

    /// What signatures and encrypted messages say, between `; `.
    private static final List<Text> SIGNING = List.of(
            Text.of("有効期間 {0} ～ {1}", "valid {0} to {1}"),
            Text.of("署名日時 {0}", "signed {0}"),
            Text.of("作成日時 {0}", "created {0}"),
            Text.of("発行者 {0}、シリアル番号 {1}", "issuer {0}, serial {1}"),
            Text.of("発行者 {0}", "issuer {0}"),
            Text.of("フィンガープリント {0}", "fingerprint {0}"),
            Text.of("鍵が付いていません", "no key came along"),
            Text.of("検証できません：{0}", "it cannot be verified: {0}"),
            Text.of("発行者 {0}、シリアル番号 {1} の証明書あて", "for the certificate of issuer {0}, serial {1}"),
            Text.of("別の鍵あて", "for another key"),
            Text.of("鍵 {0} あて", "for key {0}"),
            Text.of("鍵 {0}", "key {0}"),
            Text.of("パスワードによる", "with a password"),
            Text.of("{0}（ハッシュ {1}）", "{0} with {1}"));

    private DetailWords() {}

    /// @param detail of an [Opened]
    static Inline ending(String detail) {
        return told(detail, ENDINGS);
    }

    /// @param detail of a [Trait] of a signed or encrypted file
    static Inline signing(String detail) {
        List<Inline> parts = detail.lines()
                .flatMap(line -> List.of(line.split("; ")).stream())
                .map(part -> told(part, SIGNING))
                .toList();
        String places = String.join(
                "\n",
                IntStream.range(0, parts.size()).mapToObj(i -> "{" + i + "}").toList());
        return new Inline.Phrase(Text.of(places.replace("\n", "、"), places.replace("\n", "; ")), parts);
    }

    private static Inline told(String detail, List<Text> known) {
        for (Text words : known) {
            Optional<List<String>> values = values(words.en(), detail);
            if (values.isPresent()) {
                return new Inline.Phrase(
                        words,
                        values.get().stream()
                                .map(value -> Inline.foreign(Defang.text(value)))
                                .toList());
            }
        }
        return Inline.foreign(Defang.text(detail));
    }

    /// What stands in the places of a template whose places follow each other in order.
    private static Optional<List<String>> values(String template, String said) {
        String[] fixed = template.split("\\{[0-9]}", -1);
        if (!said.startsWith(fixed[0])) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        int from = fixed[0].length();
        for (int i = 1; i < fixed.length; i++) {
            boolean last = i == fixed.length - 1;
            int to = last ? said.length() - fixed[i].length() : said.indexOf(fixed[i], from + 1);
            if (to <= from || !said.startsWith(fixed[i], to)) {
                return Optional.empty();
            }
            values.add(said.substring(from, to));
            from = to + fixed[i].length();
        }
        return from == said.length() ? Optional.of(values) : Optional.empty();
    }
}
