import type { SlackBlock } from "@beatpass/messages/slack";
import type { webApi } from "@slack/bolt";
import type { Picture } from "../deliveries/sender.ts";
import type { Log } from "../log.ts";
import { createUpload } from "./upload.ts";

const ALT_LENGTH = 2000;

/** The block that shows a picture; none where it could not be uploaded: a message without its picture says the same. */
export type ImageOf = (picture: Picture) => Promise<SlackBlock | undefined>;

/** Uploads pictures to Slack; one that fails is logged and left out. */
export function createImages(client: webApi.WebClient, log: Log): ImageOf {
  const upload = createUpload(client);
  return async (picture) => {
    try {
      const id = await upload(picture);
      return { type: "image", slack_file: { id }, alt_text: picture.alt.slice(0, ALT_LENGTH) };
    } catch (error) {
      log.warn({ event: "picture-not-uploaded" }, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
}

/** The picture stands right under the words. */
export function withImage<Block extends { type: string }>(
  blocks: readonly Block[],
  image: SlackBlock,
): (Block | SlackBlock)[] {
  const words = blocks.findLastIndex(({ type }) => type === "rich_text") + 1;
  return [...blocks.slice(0, words), image, ...blocks.slice(words)];
}
