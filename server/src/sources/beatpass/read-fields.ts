import type { z } from "zod";

type Fields<Shape extends Record<string, z.ZodType>> = { [Name in keyof Shape]?: z.output<Shape[Name]> };

/**
 * Reads the documented fields of an answer one by one: what is missing or is not what it should be is left out, and
 * what nobody documented is not looked at.
 * @returns with `odd`, the names of the fields that were not understood, for the log
 */
export function readFields<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
  value: unknown,
): { fields: Fields<Shape>; odd: string[] } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { fields: {}, odd: ["(no object)"] };
  const fields: Record<string, unknown> = {};
  const odd: string[] = [];
  for (const [name, given] of Object.entries(value)) {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    const read = schema?.safeParse(given);
    if (read?.success) fields[name] = read.data;
    // A documented field that is null has no value; there is nothing odd about that.
    else if (!schema || given !== null) odd.push(schema ? `${name} (unreadable)` : name);
  }
  return { fields: fields as Fields<Shape>, odd };
}
