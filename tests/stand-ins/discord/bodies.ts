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
const custom_id = z.string().min(1).max(100);
const ActionButton = z.strictObject({
  type: z.literal(2),
  style: z.int().min(1).max(4),
  label: z.string().min(1).max(80),
  custom_id,
  disabled: z.boolean().optional(),
});
const SelectOption = z.strictObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).optional(),
  default: z.boolean().optional(),
});
const select = {
  custom_id,
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
};
const StringSelect = z.strictObject({
  type: z.literal(3),
  ...select,
  options: z.array(SelectOption).min(1).max(25),
  placeholder: z.string().max(150).optional(),
  disabled: z.boolean().optional(),
});
const ButtonRow = z.strictObject({
  type: z.literal(1),
  components: z
    .array(z.union([LinkButton, ActionButton]))
    .min(1)
    .max(5),
});
const SelectRow = z.strictObject({ type: z.literal(1), components: z.array(StringSelect).length(1) });
const Rows = z.array(z.union([ButtonRow, SelectRow])).max(5);
export type Components = z.infer<typeof Rows>;
const AllowedMentions = z.strictObject({
  parse: z
    .array(z.enum(["roles", "users", "everyone"]))
    .max(3)
    .optional(),
  users: z.array(z.string()).max(100).optional(),
  roles: z.array(z.string()).max(100).optional(),
  replied_user: z.boolean().optional(),
});
/** A file of the same request, with its words for those who do not see it. */
const Attachments = z
  .array(
    z.strictObject({
      id: z.union([z.int(), z.string()]),
      filename: z.string().min(1).optional(),
      description: z.string().max(1024).optional(),
    }),
  )
  .max(10);
const SUPPRESS_EMBEDS = 1 << 2;
const content = {
  content: z.string().max(2000).optional(),
  embeds: z.array(z.never()).optional(),
  components: Rows.optional(),
  allowed_mentions: AllowedMentions.optional(),
};

export const CreateMessage = z.strictObject({
  ...content,
  flags: z.union([z.literal(0), z.literal(SUPPRESS_EMBEDS)]).optional(),
  tts: z.boolean().optional(),
  attachments: Attachments.optional(),
  nonce: z.union([z.string().max(25), z.number().int()]).optional(),
  enforce_nonce: z.boolean().optional(),
});

/** discord.js fills in what belongs to new messages only; Discord ignores it. */
export const EditMessage = z.strictObject({
  ...content,
  flags: z.literal(SUPPRESS_EMBEDS).optional(),
  attachments: Attachments.optional(),
  tts: z.literal(false).optional(),
  enforce_nonce: z.literal(false).optional(),
});

const EPHEMERAL = 1 << 6;
/** A message as a member's interaction is answered with; it may be seen by that member alone. */
const InteractionMessage = z.strictObject({
  ...content,
  flags: z
    .int()
    .refine((flags) => (flags & ~(EPHEMERAL | SUPPRESS_EMBEDS)) === 0, "a flag that is not allowed")
    .optional(),
  tts: z.literal(false).optional(),
  enforce_nonce: z.literal(false).optional(),
  attachments: Attachments.optional(),
});
export const FollowUp = InteractionMessage;
const TextInput = z.strictObject({
  type: z.literal(4),
  custom_id,
  style: z.int().min(1).max(2),
  min_length: z.int().min(0).max(4000).optional(),
  max_length: z.int().min(1).max(4000).optional(),
  required: z.boolean().optional(),
  placeholder: z.string().max(100).optional(),
});
const Label = z.strictObject({
  type: z.literal(18),
  label: z.string().min(1).max(45),
  description: z.string().max(100).optional(),
  component: TextInput,
});
const Modal = z.strictObject({
  custom_id,
  title: z.string().min(1).max(45),
  components: z.array(Label).min(1).max(5),
});
/** Answers to an interaction by type; of a deferral only the ephemeral flag is accepted. */
export const Callback = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal(4), data: InteractionMessage }),
  z.strictObject({
    type: z.literal(5),
    data: z.strictObject({ flags: z.union([z.literal(0), z.literal(EPHEMERAL)]).optional() }).optional(),
  }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({ type: z.literal(7), data: InteractionMessage }),
  z.strictObject({
    type: z.literal(8),
    data: z.strictObject({
      choices: z
        .array(
          z.strictObject({
            name: z.string().min(1).max(100),
            name_localizations: z.null().optional(),
            value: z.string().min(1).max(100),
          }),
        )
        .max(25),
    }),
  }),
  z.strictObject({ type: z.literal(9), data: Modal }),
]);

/** Of a message of one's own in a channel. */
export const ChangeMessage = z.strictObject({
  ...content,
  flags: z.union([z.literal(0), z.literal(SUPPRESS_EMBEDS)]).optional(),
  attachments: Attachments.optional(),
});
export const OpenDirectChannel = z.strictObject({ recipient_id: z.string().regex(/^\d{15,21}$/) });

const name = z.string().regex(/^[-_'\p{Ll}\p{N}]{1,32}$/u);
const described = {
  name,
  name_localizations: z.record(z.string(), name).nullish(),
  description: z.string().min(1).max(100),
  description_localizations: z.partialRecord(z.enum(["fr", "en-GB", "en-US"]), z.string().min(1).max(100)).nullish(),
};
const required = z.boolean().optional();
const Choice = z.strictObject({
  name: z.string().min(1).max(100),
  name_localizations: z.partialRecord(z.enum(["fr", "en-GB", "en-US"]), z.string().min(1).max(100)).nullish(),
  value: z.string().min(1).max(100),
});
const StringOption = z
  .strictObject({
    type: z.literal(3),
    ...described,
    required,
    max_length: z.number().int().min(1).max(6000).optional(),
    autocomplete: z.boolean().optional(),
    choices: z.array(Choice).min(1).max(25).optional(),
  })
  .refine(({ autocomplete, choices }) => !autocomplete || !choices, "choices and autocomplete exclude each other");
const UserOption = z.strictObject({ type: z.literal(6), ...described, required });
const Subcommand = z.strictObject({
  type: z.literal(1),
  ...described,
  options: z
    .array(z.union([StringOption, UserOption]))
    .max(25)
    .optional(),
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
