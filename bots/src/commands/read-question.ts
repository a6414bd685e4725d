/** Whom a question is about, as typed. */
export type Asked =
  | { about: "self" }
  | { about: "member"; user: string; label: string | undefined }
  | { about: "producer"; producer: string };

const PRODUCER_LENGTH = 300;

/** Reads a typed producer: nothing, a mention of a member (as both platforms write it), or a name. */
export function readQuestion(text: string | null | undefined): Asked {
  const typed = text?.trim() ?? "";
  if (typed === "") return { about: "self" };
  const mention = /^<@!?([A-Za-z0-9]{1,100})(?:\|([^>]*))?>$/.exec(typed);
  if (mention) return { about: "member", user: mention[1]!, label: mention[2] || undefined };
  return { about: "producer", producer: typed.slice(0, PRODUCER_LENGTH) };
}
