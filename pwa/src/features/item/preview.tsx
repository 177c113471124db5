import type { Courseware, MediaFile } from "@dianbo/shared/courseware";
import { Download, ExternalLink, FileText, MapPin, Unplug } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useHeldFile } from "../../app/use-held-file.ts";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { ArticleFrame } from "./article-frame.tsx";
import { webAddress } from "./item-fields.ts";
import css from "./preview.module.css";

const ICON = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

const SourceDoor = ({ url }: { readonly url: string | undefined }) => {
  const { item: words } = useWords();
  return url === undefined ? null : (
    <a className="btn" href={url} target="_blank" rel="noopener noreferrer">
      <ExternalLink {...ICON} />
      {words.openSource}
    </a>
  );
};

const Said = ({
  children,
  url,
}: {
  readonly children: ReactNode;
  readonly url?: string | undefined;
}) => (
  <div className={css.said}>
    {children}
    <SourceDoor url={url} />
  </div>
);

const SaveDoor = ({ url, file }: { readonly url: string; readonly file: MediaFile }) => {
  const { item: words } = useWords();
  return (
    <a className="btn" href={url} download={file.name}>
      <Download {...ICON} />
      {words.saveFile}
    </a>
  );
};

const Player = ({
  file,
  url,
  title,
  audio,
}: {
  readonly file: MediaFile;
  readonly url: string;
  readonly title: string;
  readonly audio: boolean;
}) => {
  const { item: words } = useWords();
  const [broken, setBroken] = useState(false);
  if (broken) {
    return (
      <Said>
        <p>{words.cannotPlay}</p>
        <SaveDoor url={url} file={file} />
      </Said>
    );
  }
  const Tag = audio ? "audio" : "video";
  return (
    <Tag
      className={audio ? css.audio : css.video}
      src={url}
      controls
      preload="metadata"
      aria-label={title}
      onError={() => setBroken(true)}
    />
  );
};

const isPdf = ({ mime, name }: MediaFile): boolean =>
  mime === "application/pdf" || /\.pdf$/iu.test(name);

/** Raster pictures only: an SVG would be a page. */
const isStillPicture = ({ mime }: MediaFile): boolean =>
  /^image\/(?:jpeg|png|gif|webp|bmp)$/u.test(mime);

/** Only a PDF opens in a tab: anything else could be a page, and would run as one of ours. */
const DocumentDoor = ({ file, url }: { readonly file: MediaFile; readonly url: string }) => {
  const { item: words } = useWords();
  return (
    <div className={css.document}>
      <FileText size={32} strokeWidth={1.5} aria-hidden="true" />
      <span className="grow">
        <b className={css.name}>{file.name}</b>
        <span className="small n">{sizeInWords(file.size)}</span>
      </span>
      {isPdf(file) ? (
        <a className="btn" href={url} target="_blank" rel="noopener">
          <ExternalLink {...ICON} />
          {words.openFile}
        </a>
      ) : null}
      <SaveDoor url={url} file={file} />
    </div>
  );
};

const Picture = ({
  file,
  url,
  title,
}: {
  readonly file: MediaFile;
  readonly url: string;
  readonly title: string;
}) => (
  <div className={css.picture}>
    <img src={url} alt={title} />
    <SaveDoor url={url} file={file} />
  </div>
);

const HeldPreview = ({
  item,
  file,
  source,
}: {
  readonly item: Courseware;
  readonly file: MediaFile;
  readonly source: string | undefined;
}) => {
  const { item: words } = useWords();
  const isDocument = item.kind === "document" || item.kind === "article" || item.kind === "link";
  const isPicture = item.kind === "document" && isStillPicture(file);
  const mime = isDocument && isPdf(file) ? "application/pdf" : file.mime;
  const held = useHeldFile(
    file.hash,
    isDocument && !isPdf(file) && !isPicture ? "application/octet-stream" : mime,
  );
  switch (held.type) {
    case "opening":
      return <p className={`dim ${css.said ?? ""}`}>{words.opening}</p>;
    case "missing":
      return (
        <Said url={source}>
          <p className="st warn">
            <Unplug {...ICON} />
            {words.missing}
          </p>
          <p className="dim">{words.missingMore}</p>
        </Said>
      );
    case "held":
      if (isPicture) return <Picture file={file} url={held.url} title={item.title} />;
      return isDocument ? (
        <DocumentDoor file={file} url={held.url} />
      ) : (
        <Player
          key={file.hash}
          file={file}
          url={held.url}
          title={item.title}
          audio={item.kind === "audio" || file.mime.startsWith("audio/")}
        />
      );
  }
};

/** What the item is, to be looked at: the film, the article copy, the file, or why there is none. */
export const Preview = ({ item }: { readonly item: Courseware }) => {
  const { item: words } = useWords();
  const source = webAddress(item.source?.url);
  return (
    <section className={`sheet ${css.sheet ?? ""}`} aria-label={words.preview}>
      {item.article == null ? null : <ArticleFrame copy={item.article} title={item.title} />}
      {item.media == null ? null : <HeldPreview item={item} file={item.media} source={source} />}
      {item.media == null && item.article == null ? (
        <Said url={source}>
          {item.place == null ? null : (
            <>
              <p className="st">
                <MapPin {...ICON} />
                {words.keptWhere(item.place)}
              </p>
              <p className="dim">{words.keptWhereMore}</p>
            </>
          )}
          <p className="dim" hidden={item.place != null}>
            {source === undefined ? words.nothingYet : words.linkOnly}
          </p>
        </Said>
      ) : null}
    </section>
  );
};
