package cnnworkshop.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleImagesTest {

  @Test
  void everySampleLoads() throws PhotoFailure {
    SampleImages samples = new SampleImages(new PhotoLoader());
    assertThat(samples.all()).isNotEmpty();
    for (SampleImages.Sample sample : samples.all()) {
      assertThat(samples.load(sample).width()).as(sample.name()).isGreaterThan(95);
      assertThat(sample.textKey()).isEqualTo("photo.sample." + sample.name());
    }
  }
}
