import { z } from "zod";
import { Block, Json, PlainText } from "./bodies.ts";

/** Slack's views: forms (modals) and the app's home; a field that is not listed is refused. */
const short = PlainText.extend({ text: z.string().min(1).max(24) });
const Option = z.strictObject({
  text: PlainText.extend({ text: z.string().min(1).max(75) }),
  value: z.string().max(150),
});
/** What a menu may be filled with. */
export const Offered = z.strictObject({ options: z.array(Option).max(100) });
export type Offered = z.infer<typeof Offered>;
const TextInput = z.strictObject({
  type: z.literal("plain_text_input"),
  action_id: z.string().max(255),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
});
const Checkboxes = z.strictObject({
  type: z.literal("checkboxes"),
  action_id: z.string().max(255),
  options: z.array(Option).min(1).max(10),
  initial_options: z.array(Option).min(1).optional(),
});
const Input = z.strictObject({
  type: z.literal("input"),
  block_id: z.string().max(255),
  label: PlainText.extend({ text: z.string().min(1).max(2000) }),
  hint: PlainText.extend({ text: z.string().min(1).max(2000) }).optional(),
  optional: z.boolean().optional(),
  element: z.discriminatedUnion("type", [TextInput, Checkboxes]),
});
const Divider = z.strictObject({ type: z.literal("divider") });
const blocks = z.array(z.union([Block, Input, Divider])).max(100);
const Modal = z
  .strictObject({
    type: z.literal("modal"),
    callback_id: z.string().max(255),
    title: short,
    submit: short.optional(),
    close: short.optional(),
    blocks,
  })
  .refine(
    (view) => view.submit !== undefined || view.blocks.every(({ type }) => type !== "input"),
    "inputs need a submit",
  );
const Home = z.strictObject({ type: z.literal("home"), blocks });

export const OpenView = z.strictObject({ trigger_id: z.string(), view: Json(Modal) });
export const UpdateView = z.strictObject({ view_id: z.string(), view: Json(Modal) });
export const PublishView = z.strictObject({ user_id: z.string(), view: Json(Home) });
/** What a submitted form may be answered with at once. */
export const SubmitAnswer = z.union([
  z.literal(""),
  z.strictObject({ response_action: z.literal("update"), view: Modal }),
]);
export type SeenView = z.infer<typeof Modal> | z.infer<typeof Home>;

/** A form that is open for a member, as it stands. */
export type OpenForm = { id: string; userId: string; view: SeenView };

/** Every word in a view, top to bottom. */
export const wordsOf = ({ blocks }: SeenView): string =>
  blocks
    .map((block) => {
      switch (block.type) {
        case "context":
          return block.elements.map(({ text }) => text).join(" ");
        case "rich_text":
          return block.elements
            .flatMap(({ elements }) => elements.map((one) => (one.type === "text" ? one.text : "")))
            .join("");
        case "input":
          return block.label.text;
        default:
          return "";
      }
    })
    .filter((text) => text !== "")
    .join("\n");
