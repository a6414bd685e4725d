import type { Finding, Missing, Patient } from "@beatpass/shared/contracts";
import type { ErrandRunner } from "../errands/runner.ts";

const NAMES: Partial<Record<Missing, string>> = {
  "view-channel": "View Channel",
  "send-messages": "Send Messages",
  "attach-files": "Attach Files",
  "read-history": "Read Message History",
  membership: "to be a member (/invite it there)",
};

/** Whether each community can be seen, and each of its channels be posted in. */
export async function checkChannels(
  part: string,
  runner: ErrandRunner,
  patients: readonly Patient[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { guildId, name, channelIds } of patients) {
    const outcome = await runner.places(guildId);
    if (outcome.is !== "done" || outcome.result.is !== "places") {
      const why = "detail" in outcome ? `: ${outcome.detail}` : "";
      findings.push({ part, state: "wrong", text: `“${name}” cannot be seen: add the bot there again${why}` });
      continue;
    }
    if (channelIds.length === 0) {
      findings.push({ part, state: "off", text: `“${name}” has no channel yet: /beatpass settings picks one` });
      continue;
    }
    const { channels } = outcome.result.places;
    for (const id of channelIds) findings.push(channelFinding(part, name, id, channels));
  }
  return findings;
}

type Channels = readonly { id: string; name: string; missing: readonly Missing[] }[];

function channelFinding(part: string, community: string, id: string, channels: Channels): Finding {
  const channel = channels.find((one) => one.id === id);
  const where = `“${community}”, channel ${channel ? `#${channel.name}` : id}`;
  if (!channel) return { part, state: "wrong", text: `${where}: it is gone or hidden from the bot; pick another one` };
  if (channel.missing.length === 0) return { part, state: "ok", text: `${where}: may post` };
  const needs = channel.missing.map((one) => NAMES[one] ?? one).join(", ");
  return { part, state: "wrong", text: `${where}: the bot needs ${needs}` };
}
