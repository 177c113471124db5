import { writeFileSync } from "node:fs";

/*
 * Writes a soft plucked melody as a WAV file: `node drawing/melody.ts <seconds> <start> <out.wav>`.
 * Five-tone scale, so any order of notes sounds at rest. Used by make-media.sh only.
 */

const RATE = 22050;
const SCALE_HZ = [261.6, 293.7, 329.6, 392.0, 440.0, 523.3, 587.3, 659.3];
/** Steps through the scale; repeated, begun at another place for each tune. */
const TUNE = [0, 2, 3, 4, 3, 2, 5, 4, 3, 2, 1, 2, 0, 3, 2, 1, 4, 5, 6, 5, 4, 3, 4, 2];
const BEAT_SECONDS = 0.6;

function sampleAt(seconds: number, start: number): number {
  let sum = 0;
  const beat = Math.floor(seconds / BEAT_SECONDS);
  for (let back = 0; back < 4 && beat - back >= 0; back += 1) {
    const step = TUNE[(beat - back + start) % TUNE.length] ?? 0;
    const hertz = SCALE_HZ[step] ?? 261.6;
    const age = seconds - (beat - back) * BEAT_SECONDS;
    const loud = Math.min(1, age * 60) * Math.exp(-age * 2.4);
    const turn = 2 * Math.PI * hertz * age;
    sum += loud * (Math.sin(turn) + 0.3 * Math.sin(2 * turn) + 0.12 * Math.sin(3 * turn));
  }
  return sum * 0.28;
}

const seconds = Number(process.argv[2] ?? "20");
const start = Number(process.argv[3] ?? "0");
const target = process.argv[4] ?? "melody.wav";
const count = Math.round(seconds * RATE);
const wav = Buffer.alloc(44 + count * 2);
wav.write("RIFF", 0);
wav.writeUInt32LE(36 + count * 2, 4);
wav.write("WAVEfmt ", 8);
wav.writeUInt32LE(16, 16);
wav.writeUInt16LE(1, 20);
wav.writeUInt16LE(1, 22);
wav.writeUInt32LE(RATE, 24);
wav.writeUInt32LE(RATE * 2, 28);
wav.writeUInt16LE(2, 32);
wav.writeUInt16LE(16, 34);
wav.write("data", 36);
wav.writeUInt32LE(count * 2, 40);
for (let i = 0; i < count; i += 1) {
  const fade = Math.min(1, (count - i) / RATE);
  const value = Math.max(-1, Math.min(1, sampleAt(i / RATE, start) * fade));
  wav.writeInt16LE(Math.round(value * 32000), 44 + i * 2);
}
writeFileSync(target, wav);
