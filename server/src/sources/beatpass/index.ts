export { BEATPASS_API } from "./beatpass-api.ts";
export { type BeatPassReader, keepReading } from "./keep-reading.ts";
export { noteBeatPassReading } from "./note-reading.ts";
export { readConnection, readNotice } from "./read-connection.ts";
export { readBeatPass, type SourceContext } from "./read-source.ts";
export { type ReadingSummary, recordReading } from "./record-reading.ts";
export { removeBeatPassConnection } from "./remove-connection.ts";
export { saveBeatPassConnection } from "./save-connection.ts";
export { createTokenBox } from "./token-box.ts";
