import { expect, test } from "vitest";
import { dateRangeText, dateText } from "./dates.ts";

const UTC = { timeZone: "UTC" } as const;
const day = { day: "numeric", month: "short", ...UTC } as const;
const june = (date: number) => new Date(Date.UTC(2026, 5, date));

test("French calls the first of a month “1er”, alone, in a whole date and at either end of a range", () => {
  expect(dateText(june(1), "fr", day)).toBe("1er juin");
  expect(dateText(june(1), "fr", { dateStyle: "long", ...UTC })).toBe("1er juin 2026");
  expect(dateRangeText(june(1), june(7), "fr", day)).toBe("1er–7 juin");
  expect(dateRangeText(new Date("2026-05-20"), june(1), "fr", day)).toBe("20 mai\u2009–\u20091er juin");
});

test("other days, and other languages, are as browsers write them", () => {
  expect(dateText(june(11), "fr", day)).toBe("11 juin");
  expect(dateText(june(1), "en", day)).toBe("Jun 1");
  expect(dateText(june(1), "fr", { dateStyle: "short", ...UTC })).toBe("01/06/2026");
});
