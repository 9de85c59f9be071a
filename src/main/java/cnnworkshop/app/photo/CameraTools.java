package cnnworkshop.app.photo;

import cnnworkshop.core.camera.CameraSource;
import cnnworkshop.core.face.FaceDetector;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What the camera mode needs.
 *
 * @param source opens the camera
 * @param detector finds faces on its pictures: a quick one that looks for faces turned to the camera is enough, since
 *     found ones are followed; used in the background, by one thread at a time
 * @param thread runs one thing after another; the camera is used nowhere else
 * @param clock names pictures and measures how many are shown a second
 */
public record CameraTools(CameraSource source, FaceDetector detector, Executor thread, Clock clock) {}
