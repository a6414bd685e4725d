/**
 * How Node runs the server. Each of its threads would set 48 MB aside for young objects; with a quarter of that the server
 * needs 200 MB less and answers as fast (`npm run bench -- --only memory`, `--only events`).
 */
export const SERVER_FLAGS = ["--max-semi-space-size=4"];
