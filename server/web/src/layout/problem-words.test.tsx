import { createTranslator } from "@beatpass/messages";
import { expect, test } from "vitest";
import { readProblem } from "../api/server-problem.ts";
import { problemWords } from "./problem-words.ts";

const answer = (path: string) =>
  Response.json(
    {
      type: "about:blank",
      title: "Invalid",
      status: 422,
      detail: `No producer "nobody-here" is known.`,
      code: "invalid",
      requestId: "r1",
      errors: [{ path, message: "as above" }],
    },
    { status: 422 },
  );

test("what is wrong with a field that people type into is told in their language", async () => {
  const told = async (path: string, locale: "en" | "fr") =>
    problemWords(await readProblem(answer(path)), createTranslator(locale)).detail;
  expect(await told("producerId", "fr")).toBe("Personne n’a cet identifiant de producteur ici.");
  expect(await told("email", "en")).toBe("This e-mail address is not accepted here.");
  expect(await told("cursor", "fr")).toBe(`No producer "nobody-here" is known.`);
});
