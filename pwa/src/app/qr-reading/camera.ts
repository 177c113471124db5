import { err, ok, type Result } from "@dianbo/shared/result";

/** Why there is no picture from a camera, as the catalogues name it. */
export interface NoCamera {
  readonly type: "no-camera" | "camera-refused" | "camera-busy";
}

/** Why the screen is not seen: this browser cannot show it, or the person chose nothing. */
export interface NoScreen {
  readonly type: "no-screen" | "screen-refused";
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

/** Asks which screen or window may be looked at. Only after a click. */
export const openScreen = async (): Promise<Result<MediaStream, NoScreen>> => {
  if (!("mediaDevices" in navigator) || !("getDisplayMedia" in navigator.mediaDevices)) {
    return err({ type: "no-screen" });
  }
  try {
    return ok(
      await navigator.mediaDevices.getDisplayMedia({ audio: false, video: { frameRate: 15 } }),
    );
  } catch (error) {
    const refused = error instanceof DOMException && error.name === "NotAllowedError";
    return err({ type: refused ? "screen-refused" : "no-screen" });
  }
};

/** Lets a camera or a screen go; the camera's light goes out. */
export const closeCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};
