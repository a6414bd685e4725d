import type { Notices, Session } from "@beatpass/shared/contracts";
import { QueryClient, QueryClientProvider } from "@tanstack/preact-query";
import { cleanup, render, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { LanguageProvider } from "../../settings/language.tsx";
import { attentionSection, noticesQuery } from "./attention-section.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const SESSION: Session = { user: { name: "Ada", email: "ada@example.org", admin: true } };
const [since, lastAt] = ["2026-11-23T09:00:00.000Z", "2026-11-24T09:00:00.000Z"];
const LONG = "W".repeat(100);
const ARABIC = "استوديو الإيقاع";

function show(notices: Notices): void {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(noticesQuery.queryKey, notices);
  render(
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <attentionSection.Body session={SESSION} />
      </LanguageProvider>
    </QueryClientProvider>,
  );
}

const NOTICES: Notices["notices"] = [
  {
    id: "1",
    kind: "permission-missing",
    platform: "slack",
    community: { id: "slack:T/1", name: ARABIC },
    channelId: "C1",
    detail: "not_in_channel <b>",
    deliveries: 3,
    since,
    lastAt,
  },
  {
    id: "2",
    kind: "channel-gone",
    platform: "discord",
    community: { id: "c2", name: LONG },
    channelId: "42",
    deliveries: 1,
    since,
    lastAt,
  },
  {
    id: "3",
    kind: "community-left",
    platform: "discord",
    community: { id: "c3", name: "" },
    deliveries: 0,
    since,
    lastAt,
  },
  { id: "4", kind: "credentials-dead", platform: "discord", detail: "401", deliveries: 2, since, lastAt },
];

test("each notice says what is wrong and where, in the platform's own words, and what to do about it", () => {
  show({ notices: NOTICES, unknown: [], unsent: [] });
  const [slack, gone, left, token] = within(screen.getByRole("list", { name: "Needs attention" })).getAllByRole(
    "listitem",
  );
  expect(slack!.textContent).toContain("The bot may not post in a channel");
  expect(slack!.textContent).toContain(`Slack · ${ARABIC} · channel C1`);
  expect(slack!.textContent).toContain("Keeps 3 deliveries back · since Nov 23, 2026");
  expect(slack!.querySelector("blockquote")!.textContent).toBe("not_in_channel <b>");
  expect(slack!.textContent).toContain("In Slack: type /invite");
  expect(within(slack!).getByText(ARABIC).tagName).toBe("BDI");
  expect(within(slack!).getByRole("link", { name: ARABIC }).getAttribute("href")).toBe("/communities/slack%3AT%2F1");
  expect(within(gone!).getByRole("link", { name: LONG })).toBeTruthy();
  expect(gone!.textContent).toContain("Keeps 1 delivery back");
  expect(gone!.textContent).toContain("Choose another channel");
  expect(within(left!).getByRole("link", { name: "c3" })).toBeTruthy();
  expect(left!.textContent).toContain("Keeps nothing back");
  expect(token!.textContent).toContain("Discord refuses the bot’s token");
  expect(token!.textContent).toContain("Take a new token from Discord’s developer pages");
  expect(within(token!).queryByRole("link")).toBeNull();
});

test("French says canal of Slack and salon of Discord", () => {
  localStorage.setItem("beatpass.language", "fr");
  show({ notices: NOTICES, unknown: [], unsent: [] });
  const [slack, discord] = screen.getAllByRole("listitem");
  expect(slack!.textContent).toContain("Le bot ne peut pas publier dans un canal");
  expect(discord!.textContent).toContain("Un salon n’existe plus");
});

test("what may have been seen, or never was, is listed below, a private message without whose it is; else one calm line", () => {
  const at = "2026-11-01T09:00:00.000Z";
  const community = { id: "c1", name: ARABIC };
  show({
    notices: [],
    unknown: [
      {
        deliveryId: "a",
        platform: "discord",
        kind: "level-up",
        community,
        channelId: "7",
        producer: { id: "p", name: LONG },
        at,
      },
      { deliveryId: "b", platform: "slack", kind: "sale", at },
    ],
    unsent: [{ deliveryId: "c", platform: "discord", kind: "climb", community, channelId: "7", at, detail: "50013" }],
  });
  expect(screen.getByText("Nothing needs you here: every channel can be reached.")).toBeTruthy();
  expect(screen.getByText("The last 2 deliveries that may or may not have been seen")).toBeTruthy();
  expect(screen.getByText(/They are never sent again/)).toBeTruthy();
  const [told, whispered, unsent] = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(told).toContain(`A level-up · ${LONG}Discord · ${ARABIC} · channel 7 · November 1`);
  expect(whispered).toContain("A saleSlack · private message · November 1");
  expect(screen.getByText("The last delivery that was given up")).toBeTruthy();
  expect(unsent).toContain("50013");
  cleanup();
  show({ notices: [], unknown: [], unsent: [] });
  expect(screen.getByText("Nothing needs you here: every channel can be reached.")).toBeTruthy();
  expect(screen.queryByText(/may or may not|given up/)).toBeNull();
});
