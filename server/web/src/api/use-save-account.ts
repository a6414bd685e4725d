import { Account, type AccountChange } from "@beatpass/shared/contracts";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import { callServer } from "./call-server.ts";
import { accountQuery, sessionQuery } from "./queries.ts";

/** Changes one's own account; the pages that show its name or language follow. */
export function useSaveAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: AccountChange) => callServer(Account, "PATCH", "/v1/account", change),
    onSuccess: (account) => {
      client.setQueryData(accountQuery.queryKey, account);
      client.setQueryData(sessionQuery.queryKey, (session) => {
        if (!session?.user) return session;
        const { name, locale } = account;
        return { ...session, user: { ...session.user, name, ...(locale && { locale }) } };
      });
    },
  });
}
