import type { hosting as chinese } from "../zh-CN/hosting.ts";
import { counted } from "./counted.ts";

/** Words of publishing a channel to a host. */
export const hosting: typeof chinese = {
  back: "Back to channels",
  title: (name) => `Publish “${name}”`,
  lead: "Put it on your own cloud drive, NAS or object store; other sites subscribe by its address.",
  gone: "There is no such channel; it may have been given up.",
  notWhole:
    "The channel’s content did not come with the backup. Make the next release first, then publish it here.",
  hosted:
    "This is the web version, and most hosts let no web page write to them. If it does not work, use Dianbo inside the browser extension, or “Write into a folder” that your cloud drive uploads by itself.",
  where: "Where it goes",
  kind: "Which kind",
  kinds: { webdav: "Cloud drive, NAS (WebDAV)", s3: "Object store (S3)" },
  kindNotes: {
    webdav:
      "Jianguoyun, Synology, Nextcloud, a server of your own. The address is that of the channel’s folder.",
    s3: "Alibaba OSS, Tencent COS, MinIO and the like. The bucket must be public to read, or nobody can subscribe.",
  },
  address: "Folder’s address",
  addressHint: "Such as https://dav.jianguoyun.com/dav/dianbo/",
  plainHttp:
    "With an http address anybody on the way can read the password. Use the https one if there is one.",
  account: "Account",
  password: "Password",
  passwordHint:
    "Jianguoyun wants an app password, not the one you log in with; leave empty where none is needed",
  endpoint: "Endpoint",
  endpointHint: "Such as s3.oss-cn-hangzhou.aliyuncs.com",
  bucket: "Bucket",
  prefix: "Folder in it",
  prefixHint: "Such as channel; empty: the top",
  region: "Region",
  regionHint: "Empty: as the endpoint says",
  keyId: "AccessKey ID",
  secret: "AccessKey Secret",
  readAt: "Address to read",
  readAtHint: "Where others read this folder; leave empty if you do not know yet",
  keptTitle: "Where this is kept",
  kept: "Address, account and password stay on this PC: in no backup, no share, no move, and not in “Copy for whoever helps”. Where the ledgers have a PIN, the password lies behind it.",
  forget: "Forget this host",
  forgotten: "Forgotten. The files over there are as they were.",
  locked: "The password lies behind the PIN of the ledgers.",
  pin: "PIN",
  unlock: "Open the password",
  unlocking: "Opening…",
  wrongPin: "That is not the PIN.",
  missing: "The PIN was forgotten once, and the password went with it. Please type it again.",
  notKept: {
    locked:
      "The PIN of the ledgers was not given, so the password was not kept; it is asked for next time.",
    "wrong-pin": "Wrong PIN; the password was not kept.",
    "disk-full": "The disk is full, so the password was not kept; it is asked for next time.",
    "not-stored": "The password was not kept; it is asked for next time.",
  },
  tryIt: "Try it",
  trying: "Trying: a small file is written, read back and removed…",
  tried: "It works: written, read back and removed. This host is kept.",
  makeFolder: "Make this folder",
  making: "Making the folder…",
  made: "The folder is there; you can publish.",
  sendTitle: "Publish",
  which: (release, items, day) =>
    `Release ${release}, ${items} ${items === 1 ? "item" : "items"}, ${day}`,
  send: "Publish",
  goOn: "Go on",
  orderTitle: "While it is sent",
  order:
    "What is new goes first, the index last: until all is there, others see the release before. If the line breaks, press again; only what is missing is sent.",
  oldTitle: "When old files go",
  old: "What the release before needs stays until the one after this, so nobody who is reading is cut off. Anything else in the folder is left alone.",
  looking: "Looking at what is there…",
  sent: (files, of, bytes, ofBytes) => `${files} of ${of} files sent (${bytes} / ${ofBytes})`,
  stop: "Stop",
  leaving: "Leaving this page stops it; the next time goes on.",
  done: (release) => `Release ${release} is there.`,
  doneSent: (files, size) => `${counted(files, "file")} sent, ${size}.`,
  doneSwept: (files) => ` ${files} old ones removed.`,
  readIt: "Others subscribe by this address:",
  copy: "Copy address",
  copied: "Copied.",
  noReadAddress: "Tell subscribers where this folder can be read. Never give them the password.",
  failedTry: "That did not work.",
  failedSend: "Not published; others see what was there before.",
  brokeOff: "The host fell silent half-way. Press again once the network is back.",
  failedAt: (files, of) => ` ${files} of ${of} files are there and stay.`,
  otherChannel: (name) =>
    `Another channel, “${name}”, lies there and was left alone. Choose another folder.`,
  otherRelease: (release) =>
    `Release ${release} lies there and does not fit what this PC has; it was probably put there by another PC. It was left alone: publish from that PC.`,
  failures: {
    "no-address":
      "That is no address. Copy the whole of it from your host’s help page, such as https://…",
    "no-bucket-name": "That is no bucket’s name: lower-case letters, digits and hyphens only.",
    "no-key": "Both the AccessKey ID and the Secret are needed.",
    "no-leave":
      "The browser did not let us reach the host; nothing was changed. Press again and choose “Allow”.",
    "no-answer":
      "The host did not answer. Check the network and the address. An https address needs a certificate that the browser knows; for one of your own, open the address in the browser once and accept it.",
    "wrong-password":
      "Wrong account or password. Jianguoyun wants an app password; for object stores check that the Secret is complete.",
    forbidden:
      "The host knows you but does not let you write here. Check the rights of this folder or bucket.",
    "no-folder": "There is no such folder over there.",
    "no-bucket": "There is no such bucket. Check its name and the endpoint.",
    "no-room": "The host is full. Make room over there, then go on.",
    "not-webdav":
      "The address opens but is no WebDAV. Look for the WebDAV address in your host’s settings.",
    moved:
      "The host says it has moved. We did not follow with your password; type the new address.",
    busy: "The host is too busy, and stayed so several times. Go on in a while.",
    "too-large": "The host’s answer is too large for a channel’s folder; we stopped reading.",
    refused: "The host refused and did not say why. Ask whoever runs it.",
    "wrong-clock":
      "This PC’s clock is wrong, so the host refuses. Set date and time, then try again.",
    "wrong-region": "Wrong region. See where the bucket lies and fill in “Region”.",
    "not-kept": "The host said yes but keeps nothing, as a login page does. Check the address.",
    "not-ours":
      "A channel.json lies there that is no channel; it was left alone. Choose another folder.",
    cancelled: "Stopped.",
    "elsewhere-open": "Another window is publishing this channel; wait until it is done.",
  },
};
