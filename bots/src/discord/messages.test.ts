import type { LeasedDelivery } from "@beatpass/shared/contracts";
import type { APIMessage } from "discord.js";
import { expect, test } from "vitest";
import { isMessageOf, messageOf } from "./messages.ts";

const delivery = (id: string, level: number, url?: string): LeasedDelivery => ({
  id,
  lease: "lease-1",
  leasedUntil: "2026-11-20T12:01:00Z",
  platform: "discord",
  guildId: "1",
  to: "channel",
  channelId: "2",
  locale: "en",
  attempt: 1,
  view: {
    kind: "level-up",
    producer: { id: "1", name: "Kaya Noir" },
    occurredAt: "2026-11-20T12:00:00Z",
    basis: "computed",
    demo: false,
    fromLevel: level - 1,
    level,
    title: "Skilled Producer",
    newTitle: false,
    cause: { reason: "total", xp: 800 },
    ...(url !== undefined && { url }),
  },
});

/** As Discord gives a message back: without its nonce. */
const read = ({ nonce: _nonce, ...message }: ReturnType<typeof messageOf>) => message as unknown as APIMessage;

test("a delivery's id is the nonce, and the fragment of its link", () => {
  const message = messageOf(delivery("d1", 8, "https://beats.example/p/1"));
  expect(message).toMatchObject({ nonce: "d1", enforce_nonce: true });
  expect(message.components[0]?.components[0]?.url).toBe("https://beats.example/p/1#d1");
});

test("a message with a link is known by it, whatever else has the same words", () => {
  const url = "https://beats.example/p/1";
  const message = read(messageOf(delivery("d1", 8, url)));
  expect(isMessageOf(message, delivery("d1", 8, url))).toBe(true);
  expect(isMessageOf(message, delivery("d2", 8, url))).toBe(false);
});

test("a message without a link is known by its words", () => {
  const message = read(messageOf(delivery("d1", 8)));
  expect(isMessageOf(message, delivery("d1", 8))).toBe(true);
  expect(isMessageOf(message, delivery("d2", 9))).toBe(false);
});
