package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.FeatureMaps;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapSummaryTest {

  @TempDir
  Path folder;

  private static final FeatureMaps MAPS = TestMaps.featureMaps(3, 2, 2,
      0, 0, 0, 0, -1, 0, 3, 0, 2, 2, 2, 2);

  @Test
  void aMapsNumbersAreThoseOfAllItsValues() {
    MapSummary map = MapsSummary.of(MAPS).maps().get(1);
    assertThat(map).isEqualTo(new MapSummary(1, -1, 3, 0.5, 1, 0.5));
    assertThat(map.isDead()).isFalse();
  }

  @Test
  void deadMapsAndZerosAreCounted() {
    MapsSummary layer = MapsSummary.of(MAPS);
    assertThat(layer.maps().get(0).isDead()).isTrue();
    assertThat(layer.maps().get(2).isDead()).as("constant, but not 0").isFalse();
    assertThat(layer.dead()).isEqualTo(1);
    assertThat(layer.deadShare()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(layer.zeroShare()).isCloseTo(6 / 12.0, within(1e-12));
    assertThat(layer.range()).isEqualTo(new ValueRange(-1, 3));
  }

  @Test
  void whatIsNoNumberDoesNotSpoilTheOthers() {
    MapsSummary layer = MapsSummary.of(TestMaps.featureMaps(2, 1, 2, Float.NaN, 4, Float.NaN, Float.NaN));
    assertThat(layer.maps().get(0)).isEqualTo(new MapSummary(0, 4, 4, 4, 4, 0));
    assertThat(layer.maps().get(1).lowest()).isNaN();
    assertThat(layer.range()).isEqualTo(new ValueRange(4, 4));
  }

  @Test
  void aLayerIsWrittenALineAValue() throws Exception {
    Path file = folder.resolve("maps.csv");
    MapsCsv.writeLayer(file, TestMaps.featureMaps(2, 1, 2, 0.5f, -1, 1e-7f, 3));
    assertThat(Files.readString(file)).isEqualTo(
        "map,row,column,value\n0,0,0,0.5\n0,0,1,-1.0\n1,0,0,1.0E-7\n1,0,1,3.0\n");
  }

  @Test
  void aMapIsWrittenAsItIsSeen() throws Exception {
    Path file = folder.resolve("map.csv");
    MapsCsv.writeMap(file, MAPS, 1);
    assertThat(Files.readString(file)).isEqualTo("-1.0,0.0\n3.0,0.0\n");
  }
}
