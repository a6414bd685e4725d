import type { financesEn } from "./finances.en.ts";

export const financesFr = {
  "nav.finances": "Finances",
  "finances.private": "Cette page n’est visible que pour toi.",
  "finances.on_beatpass": "Finances sur BeatPass",
  "finances.onboarding.title": "C’est presque fait",
  "finances.onboarding.body":
    "{count, plural, =0 {Termine chez Stripe ce que tu y as commencé.} one {Stripe demande encore # information avant de pouvoir encaisser.} other {Stripe demande encore # informations avant de pouvoir encaisser.}}",
  "finances.onboarding.button": "Continuer chez Stripe",
  "finances.pending.title": "Vérification en cours",
  "finances.balance_in": "Solde en {currency}",
  "finances.available": "Disponible",
  "finances.pending": "En attente",
  "finances.in_transit": "En route vers ta banque",
  "finances.lifetime": "Depuis le début",
  "finances.lifetime.hint": "Ventes et versements d’abonnement moins les remboursements, avant frais",
  "finances.missing": "Stripe ne répond pas pour l’instant",
  "finances.no_events":
    "C’est connecté. Les ventes ne peuvent pas encore s’afficher ici : les événements de Stripe ne sont pas configurés sur ce serveur.",
  "finances.transactions": "Transactions",
  "finances.filter": "Type de transaction",
  "finances.all": "Tout",
  "finances.kind.track-sale": "Vente d’un morceau",
  "finances.kind.subscription-payout": "Versement d’abonnement",
  "finances.kind.payout": "Versement bancaire",
  "finances.kind.refund": "Remboursement",
  "finances.column.date": "Date",
  "finances.column.kind": "Type",
  "finances.column.track": "Morceau",
  "finances.column.amount": "Montant",
  "finances.none": "Rien de ce type pour l’instant.",
  "finances.more": "Afficher la suite",
} as const satisfies Record<keyof typeof financesEn, string>;
