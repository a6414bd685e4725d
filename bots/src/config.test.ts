import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

const base = { BEATPASS_KEY: "key" };

test("everything wrong is told at once, by name", () => {
  expect(() => readConfig({ BOTS_PORT: "many", BEATPASS_URL: "ftp://x", DISCORD_APPLICATION_ID: "me" })).toThrow(
    /BOTS_PORT: .*\n.*BEATPASS_URL: .*\n.*DISCORD_APPLICATION_ID: .*\n.*BEATPASS_KEY: .*\n.*DISCORD_TOKEN, SLACK_BOT_TOKEN: /,
  );
});

test("an empty variable is an absent one, whichever it is", () => {
  const names = `HOST PORT BOTS_PORT BEATPASS_URL DISCORD_APPLICATION_ID DISCORD_API_URL SLACK_BOT_TOKEN
    SLACK_SIGNING_SECRET SLACK_APP_TOKEN SLACK_API_URL LOG_LEVEL`;
  const empty = Object.fromEntries(names.split(/\s+/).map((name) => [name, ""]));
  const discord = { ...base, DISCORD_TOKEN: "t" };
  expect(readConfig({ ...empty, ...discord })).toEqual(readConfig(discord));
  expect(() => readConfig({ BEATPASS_KEY: "", DISCORD_TOKEN: "" })).toThrow(/BEATPASS_KEY: missing.*\n.*both missing/);
});

test("a platform without its token is off", () => {
  expect(readConfig({ ...base, DISCORD_TOKEN: "t" })).toMatchObject({ slack: undefined });
  expect(readConfig({ ...base, SLACK_BOT_TOKEN: "t" })).toMatchObject({
    discord: undefined,
    slack: { commands: undefined },
  });
});

test("Slack's commands come over a socket where there is an app token, else over HTTP", () => {
  const slack = { ...base, SLACK_BOT_TOKEN: "t", SLACK_SIGNING_SECRET: "s" };
  expect(readConfig(slack).slack?.commands).toEqual({
    over: "http",
    signingSecret: "s",
    host: "127.0.0.1",
    port: 8788,
  });
  expect(readConfig({ ...slack, SLACK_APP_TOKEN: "a" }).slack?.commands).toEqual({ over: "socket", appToken: "a" });
});

test("addresses are given to each library in the form it wants", () => {
  const config = readConfig({
    ...base,
    BEATPASS_URL: "https://beats.example/",
    DISCORD_TOKEN: "t",
    DISCORD_API_URL: "http://127.0.0.1:1/api/v10/",
    SLACK_BOT_TOKEN: "t",
    SLACK_API_URL: "http://127.0.0.1:2/api",
  });
  expect(config.server.url).toBe("https://beats.example");
  expect(config.discord?.apiUrl).toBe("http://127.0.0.1:1/api");
  expect(config.slack?.apiUrl).toBe("http://127.0.0.1:2/api/");
});
