import { z } from "zod";

/** Slack's limits, as far as they touch what is posted here; an argument or field that is not listed is refused. */
export const PlainText = z.strictObject({
  type: z.literal("plain_text"),
  text: z.string().min(1),
  emoji: z.boolean().optional(),
});
const ContextBlock = z.strictObject({ type: z.literal("context"), elements: z.array(PlainText).min(1).max(10) });
const Text = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1),
  style: z.strictObject({ bold: z.boolean().optional() }).optional(),
});
const Channel = z.strictObject({ type: z.literal("channel"), channel_id: z.string().regex(/^[CG][0-9A-Z]+$/) });
const User = z.strictObject({ type: z.literal("user"), user_id: z.string().regex(/^[UW][0-9A-Z]+$/) });
const Section = z.strictObject({
  type: z.literal("rich_text_section"),
  elements: z.array(z.discriminatedUnion("type", [Text, Channel, User])),
});
const RichText = z.strictObject({ type: z.literal("rich_text"), elements: z.array(Section).min(1) });
const Button = z.strictObject({
  type: z.literal("button"),
  action_id: z.string().max(255),
  text: PlainText.extend({ text: z.string().min(1).max(75) }),
  url: z
    .url({ protocol: /^https?$/ })
    .max(3000)
    .optional(),
  value: z.string().max(2000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
});
const ExternalSelect = z.strictObject({
  type: z.literal("external_select"),
  action_id: z.string().max(255),
  placeholder: PlainText.extend({ text: z.string().min(1).max(150) }).optional(),
  min_query_length: z.int().min(0).optional(),
});
const Actions = z
  .strictObject({
    type: z.literal("actions"),
    elements: z
      .array(z.discriminatedUnion("type", [Button, ExternalSelect]))
      .min(1)
      .max(25),
  })
  .refine(({ elements }) => new Set(elements.map(({ action_id }) => action_id)).size === elements.length, {
    message: "action_id must be unique within a block",
  });

const Image = z.strictObject({
  type: z.literal("image"),
  slack_file: z.strictObject({ id: z.string().regex(/^F[0-9A-Z]+$/) }),
  alt_text: z.string().min(1).max(2000),
});

export const Block = z.discriminatedUnion("type", [ContextBlock, RichText, Actions, Image]);
export const Blocks = z.array(Block).max(50);
export const Metadata = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** Arguments come as form fields: structures as JSON, booleans as words. */
export const Json = <T extends z.ZodType>(schema: T) => z.preprocess((value) => parseJson(value), schema);
const flag = z.enum(["true", "false", "1", "0"]);

export const PostMessage = z.strictObject({
  channel: z.string().min(1),
  text: z.string().max(40_000),
  blocks: Json(Blocks).optional(),
  metadata: Json(Metadata).optional(),
  mrkdwn: flag.optional(),
  unfurl_links: flag.optional(),
  unfurl_media: flag.optional(),
});
export const UpdateMessage = z.strictObject({
  channel: z.string().regex(/^[CGD][0-9A-Z]+$/),
  ts: z.string().regex(/^\d+\.\d{6}$/),
  text: z.string().max(40_000),
  blocks: Json(Blocks).optional(),
  metadata: Json(Metadata).optional(),
});
export const OpenConversation = z.strictObject({ users: z.string().regex(/^[UW][0-9A-Z]+$/) });
export const UploadUrl = z.strictObject({
  filename: z.string().min(1),
  length: z.coerce.number().int().positive(),
  alt_text: z.string().max(1000).optional(),
});
export const CompleteUpload = z.strictObject({
  files: Json(z.array(z.strictObject({ id: z.string(), title: z.string().optional() })).min(1)),
});
export const ReadHistory = z.strictObject({
  channel: z.string().min(1),
  oldest: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(999).default(100),
  cursor: z.string().optional(),
  include_all_metadata: flag.optional(),
});
export const ListChannels = z.strictObject({
  types: z.string().regex(/^(public_channel|private_channel|mpim|im)(,(public_channel|private_channel|mpim|im))*$/),
  exclude_archived: flag.optional(),
  limit: z.coerce.number().int().min(1).max(999).default(100),
  cursor: z.string().optional(),
});
export const ListUsers = z.strictObject({
  limit: z.coerce.number().int().min(1).max(999).optional(),
  cursor: z.string().optional(),
});
export const ReadUser = z.strictObject({ user: z.string().min(1), include_locale: flag.optional() });

/** What is posted to a response_url: a message, or the wish that the one it came from goes. */
export const Response = z.union([
  z.strictObject({ delete_original: z.literal(true) }),
  z.strictObject({
    response_type: z.enum(["ephemeral", "in_channel"]).default("ephemeral"),
    replace_original: z.boolean().optional(),
    text: z.string().max(40_000),
    blocks: Blocks.optional(),
  }),
]);
export type Response = z.infer<typeof Response>;
export type SeenResponse = Exclude<Response, { delete_original: true }>;

function parseJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
