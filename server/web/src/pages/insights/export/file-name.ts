import type { Insights } from "@beatpass/shared/contracts";

/** What a file is about, and the dates it spans. */
export type FileAbout = { subject: Pick<Insights["subject"], "kind" | "id" | "title">; range: Insights["range"] };

/** "bus-de-nuit-2026-01-01-2026-11-23.csv": what it is about and its dates; the id where a title has no letters. */
export function fileName({ subject, range }: FileAbout, extension: string): string {
  const words = subject.title
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
  const about = words || `${subject.kind}-${subject.id.replaceAll(/[^\w-]+/g, "-")}`;
  return `${about}-${range.from}-${range.to}.${extension}`;
}
