package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.wording.Folded;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Characters that are written in China and not in Japan stand in a Japanese text.
@AutoService(Check.class)
@Detector(id = "chinese-characters", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class ChineseCharacters implements Check {

    private static final Text SAYS = Text.of(
            "日本語の文中に、日本では使わない中国の漢字(字形)があります:「{0}」({1})",
            "The Japanese text holds characters that are written in China and not in Japan: “{0}” ({1})");

    private static final int SHOWN = 5;

    /// Simplified and other forms that the Japanese character set (JIS X 0208 with its extensions) does not have.
    private static final String CHINESE = ""
            + "们这说时东车马语见贝页风飞鱼鸟龙门问间闻仅众优传伤伦兴养冯农净减凤击创别删剂务动势协单卖卫厅历厉压厌县发变吗员启响团园围图圆圣场块处备复够头"
            + "夹夺奋奖妇妈宁实宠审宪对导寻尔尘尝层岁岛币师帐带帮库应庙庞废开异张录彻忆忧态总恳恶悬惊惯戏战户扑执扩扫扰抚护报拟拥择挤挥损换掷揽摄摆摇敌斋显"
            + "晓暂术杂权杨极构标样桥检欢毕汇汉汤沟泽洁测济浓润涨渐满滚滤灭灵灾炼烂热爱牵猎环现玛琐畅疗盘码础硕确祸离种积稳穷竞笔签简类紧约级纪纯纲纳纵纷纸"
            + "线练组细终绍经绑结给络绝统继绩续维综绿编缘缩缴罗罚职联胜胶脏脑腾舰艺节苏药获营蓝虑虽补观规视览觉计订认讨让训议讯记讲许论设访证评识诉词试诗话"
            + "询该详误请诺读谁调谈谢谨账质购贷贸费资赌赏赔赚赠赢赵趋跃转轮软轻载较输辑边达迁过运还进远连迟选递遗邮邻释鉴针钟钢钥钱铁铃银链销锁错键镇长闭阅"
            + "阳阴队阶际陆险隐难雾韩顶项顺须预领频题颜额饮饭饰馆驱验骗骤鲜鸣鸿齐稅埸专戶產絕";

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Stream.of(Wording.Place.SUBJECT, Wording.Place.BODY)
                .flatMap(place -> in(place, subject))
                .limit(1);
    }

    private Stream<Finding> in(Wording.Place place, Subject subject) {
        Folded text = subject.wording().at(place);
        if (!Japanese.isWrittenIn(subject.wording().read())) {
            return Stream.empty();
        }
        int first = -1;
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < text.text().length() && seen.length() < SHOWN; i++) {
            char c = text.text().charAt(i);
            if (CHINESE.indexOf(c) >= 0 && seen.indexOf(String.valueOf(c)) < 0) {
                seen.append(c);
                first = first < 0 ? i : first;
            }
        }
        return first < 0 ? Stream.empty() : Stream.of(says(text, first, seen.toString(), place, subject));
    }

    private Finding says(Folded text, int first, String seen, Wording.Place place, Subject subject) {
        return finding(
                SAYS.with(text.excerpt(first, first + 1, 8), seen),
                subject.wording().evidence(place, first, first + 1));
    }
}
