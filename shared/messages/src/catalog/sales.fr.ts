import type { salesEn } from "./sales.en.ts";

export const salesFr = {
  "notify.sale.title_unnamed": "Une vente pour toi",
  "notify.refund.title_unnamed": "Une de tes ventes est remboursée",
  "notify.sale.button": "Ouvrir les revenus",
  "payout.failed.account-closed": "Ton compte bancaire est fermé.",
  "payout.failed.account-blocked": "Ton compte bancaire n’accepte pas de versement pour l’instant.",
  "payout.failed.account-unknown": "Ta banque ne trouve pas de compte avec ces coordonnées.",
  "payout.failed.branch-changed": "Ton agence bancaire a changé de main, le compte n’est plus valable.",
  "payout.failed.holder-differs": "Ta banque a d’autres informations sur le titulaire du compte.",
  "payout.failed.currency-refused": "Ton compte bancaire n’accepte pas cette devise.",
  "payout.failed.card-refused": "Ta banque n’accepte pas de versement sur cette carte.",
  "payout.failed.balance-short": "Ton solde chez Stripe ne suffit pas.",
  "payout.failed.bank-refused": "Ta banque le refuse.",
} as const satisfies Record<keyof typeof salesEn, string>;
