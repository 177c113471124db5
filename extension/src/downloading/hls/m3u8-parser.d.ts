/** The parser brings no types; what it gives is parsed by a schema in `read-playlist.ts`. */
declare module "m3u8-parser" {
  export class Parser {
    push(text: string): void;
    end(): void;
    readonly manifest: unknown;
  }
}
