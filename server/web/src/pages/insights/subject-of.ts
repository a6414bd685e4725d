import { SUBJECT_KINDS, type SubjectRef } from "@beatpass/shared/links";

/** What `/backstage/{kind}s/{id}/insights`, as the address bar has it, is about; undefined for any other address. */
export function subjectOf(pathname: string): SubjectRef | undefined {
  const [, kinds, id] = /^\/backstage\/([a-z]+)\/([^/]+)\/insights\/?$/.exec(pathname) ?? [];
  const kind = SUBJECT_KINDS.find((one) => `${one}s` === kinds);
  if (kind === undefined || id === undefined) return undefined;
  try {
    return { kind, id: decodeURIComponent(id) };
  } catch {
    return { kind, id };
  }
}
