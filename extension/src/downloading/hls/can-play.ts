/**
 * Whether this machine plays a picture of these codecs (RFC 6381): HEVC is played by the one and not by
 * the other. Where the browser cannot be asked, it is taken for able.
 */
export const canPlay = async (codecs: string): Promise<boolean> => {
  if (typeof MediaSource === "function") {
    return MediaSource.isTypeSupported(`video/mp4; codecs="${codecs}"`);
  }
  const [video = codecs] = codecs
    .split(",")
    .filter((one) => !/^\s*(?:mp4a|ac-3|ec-3|opus)/iu.test(one));
  try {
    const { supported } = await navigator.mediaCapabilities.decodingInfo({
      type: "file",
      video: {
        contentType: `video/mp4; codecs="${video.trim()}"`,
        width: 1280,
        height: 720,
        bitrate: 2_000_000,
        framerate: 25,
      },
    });
    return supported;
  } catch {
    return true;
  }
};
