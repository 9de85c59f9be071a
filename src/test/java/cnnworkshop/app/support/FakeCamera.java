package cnnworkshop.app.support;

import cnnworkshop.core.camera.Camera;
import cnnworkshop.core.camera.CameraFailure;
import cnnworkshop.core.camera.CameraSource;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.List;

/** A camera that shows what a test puts in front of it, and tells what was done with it. */
public final class FakeCamera implements CameraSource, Camera {

  private final List<Photo> scene = new ArrayList<>();
  private CameraFailure failure;
  private int at = -1;
  private int opened;
  private int decoded;
  private boolean open;

  /** The pictures that come, over and over again. */
  public void show(Photo... photos) {
    scene.clear();
    scene.addAll(List.of(photos));
    at = -1;
  }

  /** From now on it can't be opened, and sends nothing; null: it works again. */
  public void fail(CameraFailure.Kind kind) {
    failure = kind == null ? null : new CameraFailure(kind, "0");
  }

  public boolean isOpen() {
    return open;
  }

  /** How often it was opened. */
  public int opened() {
    return opened;
  }

  /** How many pictures came. */
  public int came() {
    return at + 1;
  }

  /** How many of them somebody wanted to see. */
  public int decoded() {
    return decoded;
  }

  @Override
  public Camera open() throws CameraFailure {
    if (open) {
      throw new IllegalStateException("another program has it");
    }
    throwFailure();
    opened++;
    open = true;
    return this;
  }

  @Override
  public void advance() throws CameraFailure {
    throwFailure();
    at++;
  }

  @Override
  public Photo frame() {
    decoded++;
    return scene.get(at % scene.size());
  }

  private void throwFailure() throws CameraFailure {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
