import { meaningOf } from "@beatpass/shared/contracts";

type Schema = Record<string, unknown>;

/** Notes, as `x-metric`, what the figures of named schemas mean: the slugs of their definitions (FIGURES). */
export function markFigures(schemas: Record<string, Schema>): Record<string, Schema> {
  const marked = structuredClone(schemas);
  for (const [name, contract] of Object.entries(marked)) {
    for (const { place, schema } of figuresIn(contract, name)) {
      const meaning = meaningOf(place);
      if (meaning !== undefined && meaning !== "none") schema["x-metric"] = meaning;
    }
  }
  return marked;
}

/** Words that judge a number, by the name of their field. */
const JUDGEMENTS = /\.(tier|growthStatus|rating|badge|level)$/;

/** Where numbers, and words that judge them, stand in a schema: "Dashboard.rank.total". What it refers to is apart. */
export function figuresIn(schema: Schema, place: string): { place: string; schema: Schema }[] {
  const { properties, items, additionalProperties } = schema;
  if (isFigure(schema, place)) return [{ place, schema }];
  return [
    ...formsOf(schema).flatMap((form) => figuresIn(form, place)),
    ...Object.entries((properties ?? {}) as Record<string, Schema>).flatMap(([name, one]) =>
      figuresIn(one, `${place}.${name}`),
    ),
    ...(items ? figuresIn(items as Schema, `${place}[]`) : []),
    ...(typeof additionalProperties === "object" ? figuresIn(additionalProperties as Schema, `${place}{}`) : []),
  ];
}

/** Of several forms, one is enough: a number or null. */
const isFigure = (schema: Schema, place: string): boolean =>
  [schema.type]
    .flat()
    .some((type) => type === "number" || type === "integer" || (type === "string" && JUDGEMENTS.test(place))) ||
  formsOf(schema).some((form) => isFigure(form, place));

const formsOf = ({ anyOf, oneOf, allOf }: Schema): Schema[] =>
  [anyOf, oneOf, allOf].flatMap((forms) => (forms ?? []) as Schema[]);
