package cnnworkshop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layers and rules of the code, each with its reason. */
@AnalyzeClasses(packages = "cnnworkshop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String DL4J_PACKAGE = "cnnworkshop.core.net.dl4j..";
  private static final String ONE_DNN_PACKAGE = "cnnworkshop.core.net.onednn..";
  private static final String[] OPENCV_PACKAGES = {"cnnworkshop.core.face.opencv..", "cnnworkshop.core.camera.opencv.."};

  @ArchTest
  static final ArchRule CORE_AND_COMMANDS_KNOW_NO_JAVAFX = noClasses()
      .that().resideInAnyPackage("cnnworkshop.core..", "cnnworkshop.cli..")
      .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
      .because("networks, pictures and commands must work, and be tested, without a window");

  @ArchTest
  static final ArchRule CORE_KNOWS_NEITHER_WINDOW_NOR_COMMANDS = noClasses()
      .that().resideInAPackage("cnnworkshop.core..")
      .should().dependOnClassesThat().resideInAnyPackage("cnnworkshop.app..", "cnnworkshop.cli..")
      .because("the core is what both stand on");

  @ArchTest
  static final ArchRule COMMANDS_KNOW_NO_WINDOW = noClasses()
      .that().resideInAPackage("cnnworkshop.cli..")
      .should().dependOnClassesThat().resideInAPackage("cnnworkshop.app..")
      .because("a command line runs where no window can");

  @ArchTest
  static final ArchRule THE_WINDOW_KNOWS_NO_COMMANDS = noClasses()
      .that().resideInAPackage("cnnworkshop.app..")
      .should().dependOnClassesThat().resideInAPackage("cnnworkshop.cli..")
      .because("what both need belongs to the core");

  @ArchTest
  static final ArchRule DL4J_STAYS_IN_ONE_PACKAGE = noClasses()
      .that().resideOutsideOfPackage(DL4J_PACKAGE)
      .should().dependOnClassesThat().resideInAnyPackage("org.deeplearning4j..", "org.nd4j..")
      .because("everything else sees float[] and records, so that another library could take DL4J's place");

  @ArchTest
  static final ArchRule ONE_DNN_STAYS_IN_ONE_PACKAGE = noClasses()
      .that().resideOutsideOfPackage(ONE_DNN_PACKAGE)
      .should().dependOnClassesThat().resideInAnyPackage("org.bytedeco.dnnl..")
      .because("its layouts are nobody else's business");

  @ArchTest
  static final ArchRule ONE_DNN_KNOWS_NO_DL4J = noClasses()
      .that().resideInAPackage(ONE_DNN_PACKAGE)
      .should().dependOnClassesThat().resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco.opencv..")
      .because("it computes networks wherever their numbers lie");

  @ArchTest
  static final ArchRule OPENCV_STAYS_BEHIND_DETECTOR_AND_CAMERA = noClasses()
      .that().resideOutsideOfPackages(OPENCV_PACKAGES)
      .and().resideOutsideOfPackages(DL4J_PACKAGE, ONE_DNN_PACKAGE)
      .should().dependOnClassesThat().resideInAPackage("org.bytedeco..")
      .because("native memory must be given back, and that is easier to get right in few places: one a use of OpenCV");

  @ArchTest
  static final ArchRule USES_OF_OPENCV_KNOW_NOTHING_OF_EACH_OTHER = slices()
      .matching("cnnworkshop.core.(*).opencv..")
      .should().notDependOnEachOther()
      .because("each gives back its own memory");

  @ArchTest
  static final ArchRule OPENCV_IS_NOT_MIXED_WITH_NETWORKS = noClasses()
      .that().resideInAPackage(DL4J_PACKAGE)
      .should().dependOnClassesThat().resideInAPackage("org.bytedeco.opencv..")
      .because("DL4J's package is about networks alone");

  @ArchTest
  static final ArchRule VIEW_MODELS_KNOW_NO_VIEW = noClasses()
      .that().haveSimpleNameEndingWith("ViewModel").or().haveSimpleNameEndingWith("Model")
      .and().resideInAPackage("cnnworkshop.app..")
      .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..",
          "javafx.concurrent..", "javafx.animation..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
      .because("state and decisions are tested without a toolkit");

  @ArchTest
  static final ArchRule NO_FXML = noClasses()
      .should().dependOnClassesThat().resideInAPackage("javafx.fxml..")
      .because("views are built in code, where the compiler reads along");

  @ArchTest
  static final ArchRule NOTHING_CHANGES_BEHIND_ONES_BACK = fields()
      .that().areStatic().and().doNotHaveName("$VALUES").and().areNotFinal()
      .should().beFinal()
      .allowEmptyShould(true)
      .because("static state is shared by everyone and owned by no one");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES = noClasses()
      .should().haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Util")
      .orShould().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Helper")
      .because("such a class has no one job");

  @ArchTest
  static final ArchRule ONE_PLACE_PUTS_THE_WINDOW_TOGETHER = noClasses()
      .that().resideInAPackage("cnnworkshop.app..").and().doNotHaveSimpleName("WorkshopApp")
      .and().doNotHaveSimpleName("NativeLibraries")
      .should().dependOnClassesThat().resideInAnyPackage(DL4J_PACKAGE, OPENCV_PACKAGES[0],
          OPENCV_PACKAGES[1])
      .because("WorkshopApp builds the objects, NativeLibraries those for it that need natives; everything else takes them as they "
          + "are given");

  @ArchTest
  static final ArchRule THE_CORE_HAS_NO_CIRCLES = slices().matching("cnnworkshop.core.(*)..")
      .should().beFreeOfCycles()
      .because("a part of the core can be understood after the parts it stands on");

  @ArchTest
  static final ArchRule THE_APP_HAS_NO_CIRCLES = slices().matching("cnnworkshop.app.(*)..")
      .should().beFreeOfCycles()
      .allowEmptyShould(true)
      .because("a tab can be understood without the others");
}
