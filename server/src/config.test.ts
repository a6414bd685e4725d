import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("without any variable the server runs locally: loopback, a file, the seed's rules", () => {
  expect(readConfig({})).toMatchObject({
    host: "127.0.0.1",
    port: 8787,
    database: { url: "file:./data/beatpass.db" },
    rulebook: "classic",
    refreshMinutes: 30,
    publicUrl: undefined,
    clockAt: undefined,
    bots: false,
  });
});

test("an empty variable counts as absent, whichever it is", () => {
  const names = `HOST PORT PUBLIC_URL DATABASE_URL DATABASE_AUTH_TOKEN SECRET_KEY RULEBOOK LEADERBOARD_REFRESH_MINUTES
    BEATPASS_CLOCK LOG_LEVEL STRIPE_SECRET_KEY STRIPE_WEBHOOK_SECRET STRIPE_API_URL BEATPASS_API_URL DISCORD_TOKEN
    SLACK_BOT_TOKEN`;
  const empty = Object.fromEntries(names.split(/\s+/).map((name) => [name, ""]));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test("a slash at the end of PUBLIC_URL is dropped, so that links have one", () => {
  expect(readConfig({ PUBLIC_URL: "https://stats.example/" }).publicUrl).toBe("https://stats.example");
});

test.each(["/companion", "/?a=b", "?", "/#top"])("PUBLIC_URL with %s is refused: nothing is served there", (rest) => {
  expect(() => readConfig({ PUBLIC_URL: `https://stats.example${rest}` })).toThrow(
    "PUBLIC_URL: only scheme, host and port",
  );
});

test("every wrong variable is named, one a line, in one message", () => {
  const wrong = { PORT: "70000", PUBLIC_URL: "ftp://x", RULEBOOK: "own", BEATPASS_CLOCK: "noon", SECRET_KEY: "short" };
  const lines = () => readConfig(wrong);
  expect(lines).toThrow(/^The environment has wrong values:\n( {2}\w+: .+\n?){5}$/);
  for (const name of Object.keys(wrong)) expect(lines).toThrow(new RegExp(`^  ${name}: `, "m"));
});
