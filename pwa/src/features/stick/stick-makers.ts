import { type Instant, instantSchema } from "@dianbo/shared/clock";
import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import { isListed } from "@dianbo/shared/courseware";
import { isOffered } from "@dianbo/shared/set-menu";
import { listFileOf, packageOfList, type Selection, signList } from "@dianbo/shared/sharing";
import { keyChangesIn } from "@dianbo/shared/signing";
import * as v from "valibot";
import { cleanArticle } from "../../app/clean-article.ts";
import type { Dependencies } from "../../app/library-context.tsx";
import { ensureSiteKey, sha512 } from "../../app/site-key.ts";
import { readUsbEdition } from "../../app/usb-edition-file.ts";
import { sha256 } from "../../storage/backup-file.ts";
import type { StickMakers } from "../../storage/book-folder/index.ts";
import type { LibrarySnapshot, MediaStore } from "../../storage/index.ts";

/** The longest side of a picture on the stick, in pixels: a projector shows no more of it. */
const PICTURE = 1280;
const COVER = 480;
/** How good a JPEG is; between these nobody tells pictures apart at three metres. */
const QUALITY = 0.82;

/** A picture as a JPEG no larger than that; `undefined` where the browser cannot read it. */
const asJpeg = async (picture: Blob, longest: number): Promise<Blob | undefined> => {
  try {
    const bitmap = await createImageBitmap(picture);
    const share = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(bitmap.width * share)),
      Math.max(1, Math.round(bitmap.height * share)),
    );
    const pen = canvas.getContext("2d");
    if (pen === null) return undefined;
    // A JPEG has no see-through parts; black letters on black would be gone.
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  } catch {
    return undefined;
  }
};

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

const dataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve("");
    reader.readAsDataURL(blob);
  });

/** The clean text of an article with its pictures inside; one that cannot be read is left out. */
const articleInside = async (
  copy: NonNullable<Courseware["article"]>,
  media: MediaStore,
): Promise<string> => {
  const shown: File[] = [];
  const { html, urls } = await cleanArticle(copy, {
    ...media,
    open: async (hash) => {
      const opened = await media.open(hash);
      if (opened.ok) shown.push(opened.value);
      return opened;
    },
  });
  for (const url of urls) URL.revokeObjectURL(url);
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const picture of page.querySelectorAll("img")) {
    const file = shown[urls.indexOf(picture.getAttribute("src") ?? "")];
    const small = file === undefined ? undefined : await asJpeg(file, PICTURE);
    const address = small === undefined ? "" : await dataAddress(small);
    if (address === "") picture.remove();
    else picture.setAttribute("src", address);
  }
  return page.body.innerHTML;
};

const inHtml = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page that any browser opens by itself: no script, nothing from outside, large print. */
const pageOf = (title: string, html: string): string =>
  `<html lang="${document.documentElement.lang}"><head><meta charset="utf-8">` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">` +
  `<meta name="viewport" content="width=device-width"><title>${inHtml(title)}</title>` +
  `<style>body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:20px/1.7 "Microsoft YaHei","Noto Sans CJK SC",sans-serif}` +
  `img{max-width:100%}table{border-collapse:collapse}td,th{border:1px solid #888;padding:.3em .5em}</style></head>` +
  `<body><h1>${inHtml(title)}</h1>${html}</body></html>\n`;

const UNDATED: Instant = v.parse(instantSchema, 0);

/** Everything that a stick's book tells: what has a number, and the menus that are offered. */
export const bookSelection = ({ items, menus }: LibrarySnapshot): Selection => ({
  items: [...items.values()].flatMap((item) =>
    isListed(item) && item.number != null ? [item.id] : [],
  ),
  menus: [...menus.values()].filter(isOffered).map(({ id }) => id),
});

/** The book's list, signed by the site; its mark is of the list without its day. */
const packedList = async (
  snapshot: LibrarySnapshot,
  dependencies: Pick<Dependencies, "library" | "newId">,
  { listName, madeAt }: ListNamed,
): ReturnType<StickMakers["list"]> => {
  const { site, siteName } = dependencies.library.identity();
  const listAt = (at: Instant) =>
    listFileOf(snapshot, bookSelection(snapshot), { site, siteName, name: listName, at });
  const packed = (list: ReturnType<typeof listAt>): Uint8Array<ArrayBuffer> =>
    new Uint8Array(packageOfList(list));
  const key = await ensureSiteKey(dependencies);
  const keyChanges = keyChangesIn(snapshot.records, site);
  const signed = await signList(listAt(madeAt), { key, keyChanges, sha512 });
  const mark = `${await sha256(packed(listAt(UNDATED)))} ${key.publicKey}`;
  return { mark, bytes: packed(signed) };
};

/** How the list is called, and when the stick is made. */
interface ListNamed {
  readonly listName: string;
  readonly madeAt: Instant;
}

/** Makes the small files of a stick out of this library. */
export const stickMakers = (
  snapshot: LibrarySnapshot,
  dependencies: Pick<Dependencies, "library" | "newId" | "media">,
  named: ListNamed,
): StickMakers => {
  const { media } = dependencies;
  return {
    usbEdition: readUsbEdition,
    article: async ({ title, article }) => {
      if (article == null) return undefined;
      const html = await articleInside(article, media);
      return { page: pageOf(title, html), scripted: { title, html, text: article.text } };
    },
    cover: async (hash: MediaHash) => {
      const opened = await media.open(hash);
      const small = opened.ok ? await asJpeg(opened.value, COVER) : undefined;
      return small === undefined ? undefined : bytesOf(small);
    },
    list: () => packedList(snapshot, dependencies, named),
  };
};
