import { z } from "zod";

/** Discord's limits, as far as they touch what is posted here; a field that is not listed is refused. */
const url = z.url({ protocol: /^(https?|discord)$/ }).max(512);
const LinkButton = z.strictObject({
  type: z.literal(2),
  style: z.literal(5),
  label: z.string().min(1).max(80),
  url,
  disabled: z.boolean().optional(),
});
const ActionRow = z.strictObject({ type: z.literal(1), components: z.array(LinkButton).min(1).max(5) });
const AllowedMentions = z.strictObject({
  parse: z
    .array(z.enum(["roles", "users", "everyone"]))
    .max(3)
    .optional(),
  users: z.array(z.string()).max(100).optional(),
  roles: z.array(z.string()).max(100).optional(),
  replied_user: z.boolean().optional(),
});
const SUPPRESS_EMBEDS = 1 << 2;
const content = {
  content: z.string().max(2000).optional(),
  embeds: z.array(z.never()).optional(),
  components: z.array(ActionRow).max(5).optional(),
  allowed_mentions: AllowedMentions.optional(),
};

export const CreateMessage = z.strictObject({
  ...content,
  flags: z.union([z.literal(0), z.literal(SUPPRESS_EMBEDS)]).optional(),
  tts: z.boolean().optional(),
  nonce: z.union([z.string().max(25), z.number().int()]).optional(),
  enforce_nonce: z.boolean().optional(),
});

/** discord.js fills in what belongs to new messages only; Discord ignores it. */
export const EditMessage = z.strictObject({
  ...content,
  flags: z.literal(SUPPRESS_EMBEDS).optional(),
  attachments: z.array(z.never()).optional(),
  tts: z.literal(false).optional(),
  enforce_nonce: z.literal(false).optional(),
});

const EPHEMERAL = 1 << 6;
/** Of a deferral only the ephemeral flag is accepted. */
export const DeferredCallback = z.strictObject({
  type: z.literal(5),
  data: z.strictObject({ flags: z.union([z.literal(0), z.literal(EPHEMERAL)]).optional() }).optional(),
});

const name = z.string().regex(/^[-_'\p{Ll}\p{N}]{1,32}$/u);
const described = {
  name,
  name_localizations: z.record(z.string(), name).nullish(),
  description: z.string().min(1).max(100),
  description_localizations: z.partialRecord(z.enum(["fr", "en-GB", "en-US"]), z.string().min(1).max(100)).nullish(),
};
const StringOption = z.strictObject({
  type: z.literal(3),
  ...described,
  required: z.boolean().optional(),
  max_length: z.number().int().min(1).max(6000).optional(),
  autocomplete: z.boolean().optional(),
});
const Subcommand = z.strictObject({
  type: z.literal(1),
  ...described,
  options: z.array(StringOption).max(25).optional(),
});
export const Commands = z
  .array(
    z.strictObject({
      type: z.literal(1).optional(),
      ...described,
      contexts: z.array(z.int().min(0).max(2)).nullish(),
      integration_types: z.array(z.int().min(0).max(1)).nullish(),
      options: z.array(Subcommand).max(25).optional(),
    }),
  )
  .max(100);
export type RegisteredCommand = z.infer<typeof Commands>[number] & { id: string };
