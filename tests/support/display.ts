/**
 * A screen that nobody sees: Xvfb with a window manager. The browser's own prompts and the extension's
 * keyboard shortcut exist only in a real window, and only real key presses reach them.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A running virtual screen. */
export interface Display {
  /** For the `DISPLAY` variable of what is to be drawn on it. */
  readonly name: string;
  /** Presses keys one after another, in xdotool's names: `Tab`, `Return`, `alt+shift+d`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Clicks this place of the screen, in pixels: for windows of the browser's that no key reaches. */
  click(x: number, y: number): Promise<void>;
  /** Types a text, letter by letter, whatever the keyboard has of it. */
  type(text: string): Promise<void>;
  /** How bright the whole screen is, from 0 to 1: a question of the browser's darkens what lies under it. */
  brightness(): Promise<number>;
  /** Whether the screen stays as bright as it is for so many milliseconds: nothing fades in any more. */
  rests(milliseconds: number): Promise<boolean>;
  /** A picture of the whole screen, as PNG. */
  picture(path: string): Promise<void>;
  close(): void;
}

const startXvfb = async (size: string): Promise<{ server: ChildProcess; name: string }> => {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", `${size}x24`, "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const pipe = server.stdio[3];
  if (pipe === null || pipe === undefined || !("on" in pipe)) throw new Error("Xvfb says nothing");
  const name = await new Promise<string>((resolve, reject) => {
    let said = "";
    pipe.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("\n")) resolve(`:${said.trim()}`);
    });
    server.once("exit", () => reject(new Error("Xvfb did not start")));
  });
  return { server, name };
};

/** Starts a virtual screen of the given size, 1366×768 by default. */
export const openDisplay = async (size = "1366x768"): Promise<Display> => {
  const { server, name } = await startXvfb(size);
  const env = { ...process.env, DISPLAY: name };
  const manager = spawn("openbox", [], { env, stdio: "ignore" });
  const brightness = async (): Promise<number> => {
    const { stdout } = await run(
      "import",
      [
        "-window",
        "root",
        "-resize",
        "1x1!",
        "-colorspace",
        "Gray",
        "-format",
        "%[fx:mean]",
        "info:",
      ],
      { env },
    );
    return Number(stdout);
  };
  return {
    name,
    brightness,
    rests: async (milliseconds) => {
      const end = performance.now() + milliseconds;
      const first = await brightness();
      while (performance.now() < end) {
        if (Math.abs((await brightness()) - first) > 0.002) return false;
      }
      return true;
    },
    press: async (...keys) => {
      for (const key of keys) await run("xdotool", ["key", "--clearmodifiers", key], { env });
    },
    click: async (x, y) => {
      await run("xdotool", ["mousemove", String(x), String(y), "click", "1"], { env });
    },
    type: async (text) => {
      await run("xdotool", ["type", "--clearmodifiers", "--delay", "60", text], { env });
    },
    picture: async (path) => {
      await run("import", ["-window", "root", path], { env });
    },
    close: () => {
      manager.kill();
      server.kill();
    },
  };
};
