import { err, ok, type Result } from "@dianbo/shared/result";

/** Why there is no picture from a camera, as the catalogue names it. */
export interface NoCamera {
  readonly type: "no-camera" | "camera-refused" | "camera-busy";
}

/** Pixels; fine enough for a code on a sheet held at arm's length. */
const LARGE_ENOUGH = { width: { ideal: 1280 }, height: { ideal: 720 } };

const reasonOf = (error: unknown): NoCamera["type"] => {
  if (!(error instanceof DOMException)) return "no-camera";
  switch (error.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "camera-refused";
    case "NotReadableError":
    case "AbortError":
      return "camera-busy";
    default:
      return "no-camera";
  }
};

/** Asks for the camera; the one at the back where there are two. Only after a click. */
export const openCamera = async (): Promise<Result<MediaStream, NoCamera>> => {
  // Over plain http, from another PC's address, the browser hides its cameras altogether.
  if (!("mediaDevices" in navigator)) return err({ type: "no-camera" });
  try {
    return ok(
      await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", ...LARGE_ENOUGH },
      }),
    );
  } catch (error) {
    return err({ type: reasonOf(error) });
  }
};

/** Lets the camera go; its light goes out. */
export const closeCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};
