import type { salesEn } from "./sales.en.ts";

export const salesFr = {
  "notify.sale.title_unnamed": "Une vente pour toi",
  "notify.refund.title_unnamed": "Une de tes ventes est remboursée",
  "notify.sale.button": "Ouvrir les revenus",
} as const satisfies Record<keyof typeof salesEn, string>;
