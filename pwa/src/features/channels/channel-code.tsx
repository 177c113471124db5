import { channelIdSchema, channelLink, readChannelLink } from "@dianbo/shared/channel";
import { keyWords } from "@dianbo/shared/signing";
import { ImageDown, Printer } from "lucide-react";
import { useEffect, useId, useState } from "react";
import * as v from "valibot";
import { channelDoor, useChannels } from "../../app/channel-door.ts";
import { offerFile } from "../../app/offer-file.ts";
import { sha512 } from "../../app/site-key.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { qrSheet } from "../../design/qr-canvas.tsx";
import { QrPicture } from "../../design/qr-picture.tsx";
import { useWords } from "../../locales/index.ts";
import type { ChannelSummary, ChannelTrouble } from "../../storage/channels/index.ts";
import css from "./channel-code.module.css";
import { NoChannel } from "./no-channel.tsx";

/** As wide as WeChat leaves a picture. Pixels. */
const PICTURE_WIDTH = 1080;
/** The largest QR code of the standard; an address may be long. */
const MOST_VERSION = 40;

/** The publisher's key as four words; empty until they are known, or where it has none. */
const useKeyWords = (key: string | undefined): string => {
  const [said, setSaid] = useState("");
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const words = key === undefined ? [] : await keyWords(key, sha512);
      if (!left) setSaid(words.join(" "));
    };
    void read();
    return () => {
      left = true;
    };
  }, [key]);
  return said;
};

/** Where the publisher says that the channel lies; a code has nothing to say before. */
const WhereItLies = ({ channel }: { readonly channel: ChannelSummary }) => {
  const { channels: words } = useWords();
  const [typed, setTyped] = useState(channel.address ?? "");
  const [failure, setFailure] = useState<ChannelTrouble>();
  const [said, setSaid] = useState("");
  const id = useId();
  const keep = async (): Promise<void> => {
    setSaid("");
    const link = readChannelLink(typed, location.origin);
    if (!link.ok) {
      setFailure(link.error.type);
      return;
    }
    const { address } = link.value;
    const reply = await channelDoor().ask({ type: "lies-at", channel: channel.id, address });
    setFailure(reply.type === "done" ? undefined : "not-stored");
    if (reply.type !== "done") return;
    setTyped(address);
    setSaid(words.codeWhereSaved);
  };
  return (
    <form
      className={css.where}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label htmlFor={id}>
        <b>{words.codeWhere}</b>
      </label>
      <p className="small">{words.codeWhereNote}</p>
      <input
        id={id}
        className="field"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        value={typed}
        aria-invalid={failure !== undefined}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{words.codeWhereSave}</Button>
      <p id={`${id}-wrong`} role="alert" className="bad">
        {failure === undefined ? "" : words.failures[failure]}
      </p>
      <p role="status" className="small">
        {said}
      </p>
    </form>
  );
};

const CodeSheet = ({ channel }: { readonly channel: ChannelSummary }) => {
  const { channels: words } = useWords();
  const [said, setSaid] = useState("");
  const { address, index, role } = channel;
  const key = index.publisherKey;
  const spoken = useKeyWords(key);
  const link = address === undefined ? undefined : channelLink({ address, key });
  const name = words.codeOf(index.name);
  const savePicture = async (text: string): Promise<void> => {
    const picture = await qrSheet([text], MOST_VERSION, PICTURE_WIDTH);
    const file = `${words.codePictureFile(index.name)}.png`;
    if (picture !== undefined) offerFile(picture, file);
    setSaid(picture === undefined ? words.codePictureFailed : words.codePictureSaved(file));
  };
  return (
    <PrintFrame
      title={name}
      back="#/channels"
      backName={words.back}
      size="A4"
      previewName={words.codePreview}
      desk={
        <PrintDeskSheet
          name={words.code}
          foot={
            link === undefined ? null : (
              <>
                <Button
                  icon={<Icon of={ImageDown} size={20} />}
                  onClick={() => void savePicture(link)}
                >
                  {words.codePicture}
                </Button>
                <Button look="go" icon={<Icon of={Printer} />} onClick={() => print()}>
                  {words.codePrint}
                </Button>
              </>
            )
          }
        >
          {role === "published" ? <WhereItLies channel={channel} /> : null}
          {link === undefined ? null : (
            <p>{spoken === "" ? words.codeUnsigned : words.codeKey(spoken)}</p>
          )}
          <p className="small">{words.codePhone}</p>
          <p role="status" className="small">
            {said}
          </p>
        </PrintDeskSheet>
      }
    >
      {link === undefined ? (
        <p className={css.none}>{words.codeNone}</p>
      ) : (
        <article className={`paper ${css.page ?? ""}`}>
          <h2>{index.name}</h2>
          <p>{index.publisher.name}</p>
          <QrPicture text={link} name={name} className={css.code} />
          <p className={css.address}>{address}</p>
          <p>{spoken === "" ? words.codeUnsigned : words.codeKey(spoken)}</p>
          <h3>{words.codeHow}</h3>
          <ol>
            {words.codeSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </article>
      )}
    </PrintFrame>
  );
};

/** A channel's QR code, large and on paper: its address and its publisher's key. */
export const ChannelCodeRoom = ({ id }: { readonly id: string }) => {
  const channels = useChannels();
  const channel = channels?.find((one) => v.is(channelIdSchema, id) && one.id === id);
  if (channel !== undefined) return <CodeSheet key={channel.id} channel={channel} />;
  return <NoChannel opening={channels === undefined} />;
};
