import type { Section } from "../../layout/section.ts";
import { BeatPassConnectionPanel } from "../connect/beatpass-connection.tsx";

/** The token, how it stands, and the way to end it. */
export const beatPassSection: Section = { id: "beatpass", name: "connect.title", Body: BeatPassConnectionPanel };
