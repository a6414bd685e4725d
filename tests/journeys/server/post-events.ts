import type { EventsAnswer } from "@beatpass/shared/contracts";

/** Sends a body to /v1/events, by default as a batch of CloudEvents. */
export function postEvents(
  url: string,
  key: string,
  body: BodyInit,
  type = "application/cloudevents-batch+json",
): Promise<Response> {
  const headers = { authorization: `Bearer ${key}`, "content-type": type };
  return fetch(`${url}/v1/events`, {
    method: "POST",
    headers,
    body,
    ...(body instanceof ReadableStream && { duplex: "half" }),
  });
}

/** Sends events and takes the answer, which has to be 200. */
export async function sendEvents(url: string, key: string, events: readonly unknown[]): Promise<EventsAnswer> {
  const response = await postEvents(url, key, JSON.stringify(events));
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as EventsAnswer;
}
