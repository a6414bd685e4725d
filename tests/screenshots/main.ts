import { takeDashboard } from "./dashboard.ts";
import { takeExtension } from "./extension.ts";
import { takeMessages } from "./messages.ts";

/** Takes the pictures of README, docs and stores from the real thing; named parts alone: `npm run screenshots -- dashboard`. */
const PARTS: Record<string, () => Promise<void>> = {
  dashboard: takeDashboard,
  extension: takeExtension,
  messages: takeMessages,
};
const named = process.argv.slice(2);
const unknown = named.find((part) => !(part in PARTS));
if (unknown !== undefined) {
  console.error(`No part is called "${unknown}". There are: ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
for (const [part, takePart] of Object.entries(PARTS)) {
  if (named.length === 0 || named.includes(part)) await takePart();
}
