import { z } from "zod";
import { Id, Ref } from "./stripe-id.ts";

/** What a payment and its charge tell of whose it is. */
export const Destined = {
  metadata: z.record(z.string(), z.string()).nullish(),
  transfer_data: z.object({ destination: Ref, amount: z.number().int().nonnegative().nullish() }).nullish(),
};
export const Charge = z.object({ id: Id, payment_intent: Ref.nullish(), ...Destined });

/** Whose money it is: a connected account's, or, where there is none, whom the platform named in the metadata. */
export type Owner = { accountId: string | undefined; namedProducer: string | undefined };

/**
 * Direct charges are the connected account's own: it may have written their metadata itself, so that it is not asked
 * whose they are. Destination charges are the platform's, and name the account that gets the money; other charges of
 * the platform (separate charges and transfers) name the producer in the metadata. Undefined: nobody's here.
 * @param chargedOn the connected account of a direct charge
 */
export function ownerOf(
  chargedOn: string | undefined,
  { transfer_data, metadata }: z.infer<z.ZodObject<typeof Destined>>,
): Owner | undefined {
  const accountId = chargedOn ?? transfer_data?.destination;
  if (accountId !== undefined) return { accountId, namedProducer: undefined };
  const namedProducer = metadata?.producerId;
  return namedProducer === undefined ? undefined : { accountId, namedProducer };
}

/** What goes back of a sale is whose that is, and of its track. */
export type Sold = Owner & { trackId: string | undefined; partOf: string | undefined };

/** Undefined: nobody's here. */
export function soldBy(chargedOn: string | undefined, charge: z.infer<typeof Charge>): Sold | undefined {
  const owner = ownerOf(chargedOn, charge);
  return owner && { ...owner, trackId: charge.metadata?.trackId, partOf: charge.payment_intent ?? undefined };
}
