package cnnworkshop.cli;

/** What {@code bench} measures. */
enum Part {
  START_JVM("start_jvm_ms", "cli.bench.start-jvm", Unit.MILLISECONDS),
  START_BACKEND("start_backend_ms", "cli.bench.start-backend", Unit.MILLISECONDS),
  START_NETWORK("start_network_ms", "cli.bench.start-network", Unit.MILLISECONDS),
  START_PREDICTION("start_first_prediction_ms", "cli.bench.start-prediction", Unit.MILLISECONDS),
  START_DETECTOR("start_detector_ms", "cli.bench.start-detector", Unit.MILLISECONDS),
  DROP_LOAD("drop_512_load_ms", "cli.bench.drop-load", Unit.MILLISECONDS),
  DROP_MAPS("drop_512_maps_ms", "cli.bench.drop-maps", Unit.MILLISECONDS),
  DROP_POINTS("drop_512_points_ms", "cli.bench.drop-points", Unit.MILLISECONDS),
  DROP("drop_512_ms", "cli.bench.drop", Unit.MILLISECONDS),
  LARGE_FIRST_MAP("photo_12mp_first_map_ms", "cli.bench.large-first", Unit.MILLISECONDS),
  LARGE_ALL_MAPS("photo_12mp_all_maps_ms", "cli.bench.large-all", Unit.MILLISECONDS),
  LARGE_FULL_SIZE("photo_12mp_full_size_ms", "cli.bench.large-full", Unit.MILLISECONDS),
  LARGE_BANDWIDTH("photo_12mp_full_size_gb_per_s", "cli.bench.large-bandwidth", Unit.GIGABYTES_PER_SECOND),
  COPY_BANDWIDTH("memory_copy_gb_per_s", "cli.bench.copy-bandwidth", Unit.GIGABYTES_PER_SECOND),
  LARGE_SHARE("photo_12mp_share_of_copy", "cli.bench.large-share", Unit.SHARE),
  SQUARE_MOVE("square_move_ms", "cli.bench.square-move", Unit.MILLISECONDS),
  OCCLUSION("occlusion_sweep_ms", "cli.bench.occlusion", Unit.MILLISECONDS),
  INFERENCE("inference_keypoints_per_s", "cli.bench.inference", Unit.PICTURES_PER_SECOND),
  TRAIN_CNN("train_cnn_per_s", "cli.bench.train-cnn", Unit.PICTURES_PER_SECOND),
  TRAIN_SUGGESTED("train_suggested_cnn_per_s", "cli.bench.train-suggested", Unit.PICTURES_PER_SECOND),
  TRAIN_SIXTY("train_sixty_seconds_per_s", "cli.bench.train-sixty", Unit.PICTURES_PER_SECOND),
  TRAIN_KEYPOINTS("train_keypoints_per_s", "cli.bench.train-keypoints", Unit.PICTURES_PER_SECOND),
  JUDGE_CNN("inference_cnn_per_s", "cli.bench.judge-cnn", Unit.PICTURES_PER_SECOND),
  JUDGE_SUGGESTED("inference_suggested_cnn_per_s", "cli.bench.judge-suggested", Unit.PICTURES_PER_SECOND),
  JUDGE_SIXTY("inference_sixty_seconds_per_s", "cli.bench.judge-sixty", Unit.PICTURES_PER_SECOND),
  WINDOW_BARE("train_cnn_bare_loop_per_s", "cli.bench.window-bare", Unit.PICTURES_PER_SECOND),
  WINDOW_TRAINING("train_cnn_in_window_per_s", "cli.bench.window-training", Unit.PICTURES_PER_SECOND),
  WINDOW_SHARE("train_in_window_share", "cli.bench.window-share", Unit.SHARE),
  PULSE_MEDIAN("window_pulse_median_ms", "cli.bench.pulse-median", Unit.MILLISECONDS),
  PULSE_99("window_pulse_p99_ms", "cli.bench.pulse-99", Unit.MILLISECONDS),
  OPEN_FILTERS("window_open_filters_ms", "cli.bench.open-filters", Unit.MILLISECONDS);

  /** What a number counts. */
  private enum Unit {
    MILLISECONDS("cli.bench.unit.milliseconds"),
    PICTURES_PER_SECOND("cli.bench.unit.pictures"),
    GIGABYTES_PER_SECOND("cli.bench.unit.bandwidth"),
    SHARE("cli.bench.unit.percent");

    private final String key;

    Unit(String key) {
      this.key = key;
    }
  }

  private final String jsonName;
  private final String textKey;
  private final Unit unit;

  Part(String jsonName, String textKey, Unit unit) {
    this.jsonName = jsonName;
    this.textKey = textKey;
    this.unit = unit;
  }

  /** The name in JSON, unit included. */
  String jsonName() {
    return jsonName;
  }

  /** The text key of what it is. */
  String textKey() {
    return textKey;
  }

  /** What a number of this part is multiplied by to be read in its unit. */
  double shown(double value) {
    return unit == Unit.SHARE ? 100 * value : value;
  }

  /** The text key of its unit. */
  String unitKey() {
    return unit.key;
  }
}
