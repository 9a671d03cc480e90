package gyotaku.analyse;

import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a [Check] is. Its weight stands in `weights.yml` under its id, with the reason.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Detector {

    /// Unique, lower case with hyphens: the `rule` of its findings.
    String id();

    Family family();

    Finding.Severity severity();

    Finding.Polarity polarity() default Finding.Polarity.FOR;
}
