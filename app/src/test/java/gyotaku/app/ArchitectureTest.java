package gyotaku.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// The rules of ARCHITECTURE.md, held by the classes as they are built.
@AnalyzeClasses(packages = "gyotaku", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule modelDependsOnNothing = classes()
            .that()
            .resideInAPackage("gyotaku.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("gyotaku.model..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule parseSeesModelOnly = seesOfOursOnly("parse", "gyotaku.parse..", "gyotaku.model..");

    @ArchTest
    static final ArchRule dissectSeesModelAndParseOnly =
            seesOfOursOnly("dissect", "gyotaku.dissect..", "gyotaku.parse..", "gyotaku.model..");

    @ArchTest
    static final ArchRule enrichSeesModelOnly = seesOfOursOnly("enrich", "gyotaku.enrich..", "gyotaku.model..");

    @ArchTest
    static final ArchRule analyseSeesModelOnly = seesOfOursOnly("analyse", "gyotaku.analyse..", "gyotaku.model..");

    @ArchTest
    static final ArchRule reportSeesModelOnly = seesOfOursOnly("report", "gyotaku.report..", "gyotaku.model..");

    @ArchTest
    static final ArchRule nobodyDependsOnTheLaunchers = noClasses()
            .that()
            .resideOutsideOfPackage("gyotaku.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gyotaku.app..");

    @ArchTest
    static final ArchRule onlyEnrichOpensSockets = noClasses()
            .that(not(resideInAnyPackage("gyotaku.enrich..", "gyotaku.testkit..")))
            .should()
            .dependOnClassesThat(resideInAPackage("java.net..")
                    .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.type(URI.class)
                            .negate())
                    .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.type(java.net.URISyntaxException.class)
                            .negate())
                    .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.type(java.net.URL.class)
                            .negate()));

    @ArchTest
    static final ArchRule nobodyAsksTheClock = noClasses()
            .that()
            .resideOutsideOfPackages("gyotaku.app..", "gyotaku.testkit..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nothingIsDeserialisedOrLookedUp = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.naming..", "javax.script..");

    @ArchTest
    static final ArchRule noCycles = slices().matching("gyotaku.(*)..").should().beFreeOfCycles();

    private static ArchRule seesOfOursOnly(String module, String... seen) {
        return noClasses()
                .that()
                .resideInAPackage("gyotaku." + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("gyotaku..").and(not(resideInAnyPackage(seen))));
    }
}
