import { ApiKeys } from "@beatpass/shared/contracts";
import { queryOptions } from "@tanstack/preact-query";
import { callServer } from "../../../api/call-server.ts";

export const apiKeysQuery = queryOptions({
  queryKey: ["admin", "keys"],
  queryFn: () => callServer(ApiKeys, "GET", "/v1/admin/keys"),
});
