import { expect, test } from "vitest";
import { prepareDatabase } from "../journeys/server/prepare-database.ts";
import { startServerProcess } from "../journeys/server/server-process.ts";
import { beatpass, connectIn, TEST_SECRET, totalsIn } from "../journeys/sources/beatpass-command.ts";
import { BeatPassApiStandIn } from "../stand-ins/beatpass-api.ts";

test("a reading that a kill cut off kept nothing, and the server goes on with it when it starts again", async () => {
  const api = await BeatPassApiStandIn.start();
  const { file } = await prepareDatabase();
  const kaya = api.producer(7, "Kaya", [10, 20]);
  const environment = { SECRET_KEY: TEST_SECRET, BEATPASS_API_URL: api.url };
  await connectIn(file, kaya.token);
  let open = (): void => undefined;
  api.gate = new Promise((resolve) => {
    open = resolve;
  });
  const first = await startServerProcess(file, { environment });
  await expect.poll(() => api.asked.length).toBeGreaterThan(0);
  await first.stop("SIGKILL");
  expect(await totalsIn(file)).toEqual({ tracks: 0, plays: null });
  open();
  const second = await startServerProcess(file, { environment });
  await expect.poll(() => totalsIn(file)).toEqual({ tracks: 2, plays: 30 });
  await second.stop();
  expect(await beatpass(file, ["rebuild", "--check"], environment)).toMatchObject({ code: 0 });
  expect(api.refused).toEqual([]);
  await api.stop();
});
